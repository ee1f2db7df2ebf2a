"""Who is mentioned: parties, bodies, media, unnamed sources."""
