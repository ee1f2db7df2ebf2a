"""What belongs together: links between claims, and matters."""
