"""Who is made to say what, through whom: attributions."""
