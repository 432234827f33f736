"""The other forms that an office needs: Markdown, plain text for e-mail, Word. Each is made from the edition's view."""
