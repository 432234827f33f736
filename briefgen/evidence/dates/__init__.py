"""Dates and times of day: how they are written, what they mean, when one backs another."""
