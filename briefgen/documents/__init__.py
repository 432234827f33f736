"""Strict YAML as data with its places in the text: reading, validating, borrowing from another document, splicing fixes in."""
