"""Keeping the row one writes in on the screen, also where the editor lies in something that scrolls."""

from __future__ import annotations

from textual.containers import ScrollableContainer
from textual.geometry import Region
from textual.widget import Widget


def keep_in_sight(widget: Widget, row: int) -> None:
    """Scroll what the widget lies in as far as it takes to see a row of it.

    Args:
        widget: as it is drawn now.
        row: the row's place on the screen, which may lie beyond what is seen.
    """
    outer = next((found for found in widget.ancestors if isinstance(found, ScrollableContainer)), None)
    if outer is None:
        return
    window = outer.scrollable_content_region
    if not window.y <= row < window.bottom:
        outer.scroll_to_region(
            Region(0, row - window.y + outer.scroll_offset.y, 1, 1), animate=False, x_axis=False, force=True
        )
