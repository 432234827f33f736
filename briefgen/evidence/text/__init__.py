"""Text and its parts: the normal form with the way back, sentences, words, and which words come from which."""
