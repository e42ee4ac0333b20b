"""The commands that work wherever one is, and the screens they open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.words import N_

EVERYWHERE = (
    Command("app.palette", "ctrl+p", "app.show('palette')", N_("Find a command"), N_("commands")),
    Command("app.save", "ctrl+s", "app.save", N_("Save now")),
    Command("app.blank", "ctrl+l", "app.show('blank')", N_("Blank the screen")),
    Command("app.settings", "comma", "app.show('settings')", N_("Settings")),
    Command("app.backup", "", "app.backup", N_("Make a backup")),
    Command("app.quit", "ctrl+q", "app.quit", N_("Quit"), priority=True),
    Command("app.help", "f1,question_mark", "app.show('help')", N_("Help for this place"), N_("help")),
)
"""The last of them, help, always fits in the row of keys."""

AREAS = (
    Command("app.today", "1", "app.go('today')", N_("Today")),
    Command("app.conversations", "2", "app.go('conversations')", N_("Conversations")),
    Command("app.people", "3", "app.go('people')", N_("People")),
)
"""The main areas, each with its digit."""

WITHOUT_SESSION = frozenset({("quit",), ("show", "help"), ("show", "blank")})
"""What can be done before it is known who asks: action and parameters."""


def show(place: Place[Any], what: str) -> None:
    """Open one of these screens above the place, unless it is that screen already."""
    screen = _SCREENS[what](place)
    if not isinstance(place, type(screen)):
        place.app.push_screen(screen)


def _palette(place: Place[Any]) -> Any:
    from ijtui.screens.palette import PaletteScreen

    return PaletteScreen(place)


def _help(place: Place[Any]) -> Any:
    from ijtui.screens.help import HelpScreen

    return HelpScreen(place)


def _settings(_place: Place[Any]) -> Any:
    from ijtui.screens.settings import SettingsScreen

    return SettingsScreen()


def _blank(_place: Place[Any]) -> Any:
    from ijtui.screens.blank import BlankScreen

    return BlankScreen()


_SCREENS: dict[str, Callable[[Place[Any]], Any]] = {
    "palette": _palette,
    "help": _help,
    "settings": _settings,
    "blank": _blank,
}
