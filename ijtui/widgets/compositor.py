"""Painting only what lies where something changed.

To repaint one row, Textual's compositor asks every widget on the screen for all its rows, filters
each of them, and throws away what lies elsewhere: on a screen of forty widgets more than half of
what a key costs.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class RowCompositor(Compositor):
    """Asks only the widgets that reach into the rows to paint, and only for those rows."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Return region, clip and rows of every widget that is seen within the rows of `crop`."""
        if crop is None:
            yield from super()._get_renders()
            return
        # Drawing a widget may lay the screen out again, which makes the map anew.
        for widget, (region, clip) in list(self.visible_widgets.items()):
            seen = region.intersection(clip)
            rows = seen.intersection(Region(seen.x, crop.y, seen.width, crop.height))
            if rows:
                yield rows, rows, widget.render_lines(rows.translate((-region.x, -region.y)))
