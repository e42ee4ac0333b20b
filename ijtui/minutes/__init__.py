"""A conversation as Markdown or JSON, and its safe writing to a file."""

from ijtui.minutes.render import Format, render

__all__ = ["Format", "render"]
