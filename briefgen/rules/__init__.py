"""The pages of the rules, one Markdown file each."""
