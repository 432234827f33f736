"""What changed between two states of a brief: values in, values out, no files and no git."""
