"""When, how long, how often."""
