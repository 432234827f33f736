"""What is wrong with a workspace: the checks run, waived, fixed; what audiences lose; faults of pages and readers."""
