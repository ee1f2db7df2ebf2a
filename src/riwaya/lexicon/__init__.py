"""What the reader knows of a language, as reviewable tables, and the code that loads them."""
