"""What a statement gives in figures, quantities and dates alike, held against its quotes."""
