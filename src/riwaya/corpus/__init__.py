"""Across reports: who copied whom, what is told of the same happening, how many origins stand behind it."""
