"""Numbers with their units: how they are written, what they mean, when one backs another."""
