"""Sources: the text a file says, its metadata, its register entry, and how both come in."""
