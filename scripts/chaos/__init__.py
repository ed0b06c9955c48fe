"""What breaks the built program, and what must hold afterwards."""
