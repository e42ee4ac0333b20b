"""Development conversations in the terminal: prepare, talk, agree, export."""

__version__ = "0.1.0"
