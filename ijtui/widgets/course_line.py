"""A goal's way through the quarters: how far it came by when, beside an even pace to its date (D-G4)."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ijtui.widgets.course_drawing import Curve, drawn


class CourseLine(Widget):
    """Draws a course to whatever size it has."""

    LOOKS: ClassVar = {"line": "$accent", "point": "bold $accent", "plan": "$quiet", "axis": "$quiet"}
    """How each part is painted; the signs alone tell them apart, too."""

    curve: reactive[Curve] = reactive(Curve())
    """What is drawn."""

    plain: reactive[bool] = reactive(False)
    """Whether only signs are used that every font has."""

    def render(self) -> Content:
        """Draw it."""
        width, height = self.size
        rows = drawn(self.curve, width, height, plain=self.plain)
        return Content("\n").join(
            Content.assemble(*((run.text, self.LOOKS.get(run.look, "")) for run in row)) for row in rows
        )
