"""Side-by-side measurements on a real pseudo-terminal, each a command with a printed ratio."""
