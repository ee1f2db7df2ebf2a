"""What is claimed: events with who took part, how sure their source is, whose words they are in."""
