"""People, places, organisations and offices: which ones a statement names, and which its quotes do."""
