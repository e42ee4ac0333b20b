"""Shipped agendas, feedback templates and guides as Markdown files, and the loader that checks them."""
