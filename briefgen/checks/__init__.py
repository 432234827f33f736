"""The checks: one family a package, each a pure function from a case to findings; `all` has them together.

What is checked (`case`) is loaded without them: an edition is composed while they are still to come.
"""
