"""The files that `briefgen init` and `briefgen new` start from."""
