"""The one widget that people write long texts in."""

from ijtui.widgets.editor.widget import Editor

__all__ = ["Editor"]
