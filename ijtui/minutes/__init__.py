"""A conversation as Markdown or JSON."""
