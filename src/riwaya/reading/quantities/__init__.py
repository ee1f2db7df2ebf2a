"""How many: numbers, and what they count."""
