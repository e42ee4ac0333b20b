"""The app's looks: colours, or none where the environment says so, and signs that the font has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ReturnType
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen

from ijtui.terminal.plain_signs import PlainSigns
from ijtui.terminal.type_ahead import TypeAheadApp
from ijtui.themes import COLOURLESS, THEMES


class DressedApp(TypeAheadApp[ReturnType]):
    """An app that can be drawn in each of our themes, without colour, and with plain signs."""

    def __init__(self) -> None:
        self._drawing: tuple[LineFilter, ...] = ()
        super().__init__()
        for theme in (*THEMES, COLOURLESS):
            self.register_theme(theme)

    def dress(self, theme: str, *, plain: bool) -> None:
        """Draw like this from now on.

        Args:
            theme: name of one of our themes; NO_COLOR overrides it.
            plain: whether to draw with plain signs only.
        """
        self.theme = COLOURLESS.name if self.no_color else theme
        colours = (NoColor(),) if self.no_color else ()
        self._drawing = (*colours, *((PlainSigns(),) if plain else ()))

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens that show through the present one.

        Textual counts the one right below in any case, and repaints everything whenever it changes.
        """
        opaque = bool(self._screen_stack) and self.screen.styles.background.a == 1
        return [] if opaque else super()._background_screens

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every painted line goes through: our drawing, then what keeps it harmless.

        Textual's own answer to NO_COLOR leaves shades of grey (textual notes D10); ours leaves none.
        """
        usual = (item for item in super().get_line_filters() if not isinstance(item, Monochrome))
        return [*self._drawing, *usual]
