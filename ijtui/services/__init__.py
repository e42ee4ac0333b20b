"""What a person can do, one class a noun; every method is given who asks."""
