"""Where: names of places, and what and where they are."""
