"""The store: sqlite-utils lives here and nowhere else."""
