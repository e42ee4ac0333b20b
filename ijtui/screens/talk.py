"""The talk: four station screens that stay open together until it is left."""
