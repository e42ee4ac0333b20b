"""How people come in to a shared file: two doors, what may be asked for at them, and nothing else."""
