"""The commands that work wherever one is, and the screens they open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.screen import Screen

from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.words import N_, _

EVERYWHERE = (
    Command("app.write", "f5,j", "app.show('write')", N_("Write in the journal"), N_("journal")),
    Command("app.search", "slash", "app.show('search')", N_("Search in what you may read"), N_("search")),
    Command("app.palette", "ctrl+p", "app.show('palette')", N_("Find a command"), N_("commands")),
    Command("app.save", "ctrl+s", "app.save", N_("Save now")),
    Command("app.blank", "ctrl+l", "app.show('blank')", N_("Blank the screen")),
    Command("app.feedback", "", "app.show('feedback')", N_("Write feedback to somebody")),
    Command("app.years", "", "app.show('years')", N_("See somebody's years")),
    Command("app.agree", "", "app.show('agree')", N_("Agree on something with somebody")),
    Command("app.care", "", "app.show('care')", N_("See somebody's training, recognition and next step")),
    Command("app.rounds", "", "app.show('rounds')", N_("See rounds, and how far everybody has come")),
    Command("app.units", "", "app.show('units')", N_("See the units, and who works in them")),
    Command("app.templates", "", "app.show('templates')", N_("Your organisation's templates")),
    Command("app.handovers", "", "app.show('handovers')", N_("Hand somebody over to the next manager")),
    Command("app.settings", "comma", "app.show('settings')", N_("Settings")),
    Command("app.backup", "", "app.show('backup')", N_("Make a backup")),
    Command("app.quit", "", "app.quit", N_("Quit"), above="ctrl+q"),
    Command("app.help", "f1,question_mark", "app.show('help')", N_("Help for this place"), N_("help")),
)
"""The last of them, help, always fits in the row of keys."""

AREAS = (
    Command("app.today", "1", "app.go('today')", N_("Today")),
    Command("app.conversations", "2", "app.go('conversations')", N_("Conversations")),
    Command("app.people", "3", "app.go('people')", N_("People")),
    Command("app.goals", "4", "app.go('goals')", N_("Goals")),
    Command("app.journal", "5", "app.go('journal')", N_("Journal")),
    Command("app.figure", "6", "app.go('figure')", N_("Figure")),
)
"""The main areas, each with its digit."""


def conversations() -> Screen[None]:
    """Return the area of conversations."""
    from ijtui.screens.conversations import ConversationsScreen

    return ConversationsScreen()


def people() -> Screen[None]:
    """Return the area of people."""
    from ijtui.screens.people import PeopleScreen

    return PeopleScreen()


def goals() -> Screen[None]:
    """Return the area of goals."""
    from ijtui.screens.goals import GoalsScreen

    return GoalsScreen()


def journal() -> Screen[None]:
    """Return the area of the journal."""
    from ijtui.screens.journal import JournalScreen

    return JournalScreen()


def figure() -> Screen[None]:
    """Return the area of the key figure."""
    from ijtui.screens.figure import FigureScreen

    return FigureScreen()


MODES: dict[str, Callable[[], Screen[None]]] = {
    "conversations": conversations,
    "people": people,
    "goals": goals,
    "journal": journal,
    "figure": figure,
}
"""The areas beside the start screen; each is imported when one first goes there."""

WITHOUT_SESSION = frozenset({("quit",), ("show", "help"), ("show", "blank")})
"""What can be done before it is known who asks: action and parameters."""


_NOT_SHARED = frozenset({("show", "backup")})
"""What the administrator of a shared server does, and nobody in a session."""

_AWAY = frozenset(
    ("show", what)
    for what in ("search", "feedback", "years", "agree", "care", "rounds", "units", "templates", "handovers")
)


def is_out_of_reach(
    action: str, parameters: tuple[object, ...], stack: Sequence[Screen[Any]], *, shared: bool = False
) -> bool:
    """Whether it is not for a session, or one has to leave a dialog or a talk first.

    Other areas, the search and the lists of people show what is not for the one who sits beside. The
    journal can be written in above everything but what is shown to both.
    """
    if shared and (action, *parameters) in _NOT_SHARED:
        return True
    if (action, *parameters) == ("show", "write"):
        return not all(getattr(screen, "JOTS", False) for screen in stack)
    away = action == "go" or (action, *parameters) in _AWAY
    return away and not all(getattr(screen, "ROAMS", False) for screen in stack)


def show(place: Place[Any], what: str) -> None:
    """Open one of these screens above the place, unless it is that screen already; or make a backup."""
    _WAYS[what](place)


def _palette(place: Place[Any]) -> None:
    from ijtui.screens.palette import PaletteScreen, runner

    if not isinstance(place, PaletteScreen):
        place.app.push_screen(PaletteScreen(place), runner(place))


def _search(place: Place[Any]) -> None:
    from ijtui.screens.search import SearchScreen

    if not isinstance(place, SearchScreen):
        place.app.push_screen(SearchScreen())


def _help(place: Place[Any]) -> None:
    from ijtui.screens.help import HelpScreen

    if not isinstance(place, HelpScreen):
        place.app.push_screen(HelpScreen(place))


def _settings(place: Place[Any]) -> None:
    from ijtui.screens.settings import SettingsScreen

    if not isinstance(place, SettingsScreen):
        place.app.push_screen(SettingsScreen())


def _blank(place: Place[Any]) -> None:
    from ijtui.screens.blank import BlankScreen

    place.app.push_screen(BlankScreen())


def _write(place: Place[Any]) -> None:
    """Write a new entry in the journal, about whom one has before one."""
    from ijtui.screens.journal_ways import new, write

    write(place, new(place.session, person=place.concerns()))


def _feedback(place: Place[Any]) -> None:
    """Ask whom feedback is for, and write it."""
    from ijtui.screens.giving import feedback_to_somebody

    feedback_to_somebody(place)


def _years(place: Place[Any]) -> None:
    """Ask whose years to see, and show them."""
    from ijtui.screens.giving import years_of_somebody

    years_of_somebody(place)


def _agree(place: Place[Any]) -> None:
    """Ask with whom something is agreed, and write it down."""
    from ijtui.screens.giving import agree_with_somebody

    agree_with_somebody(place)


def _care(place: Place[Any]) -> None:
    """Ask whose way forward to see, and show it."""
    from ijtui.screens.giving import care_of_somebody

    care_of_somebody(place)


def _rounds(place: Place[Any]) -> None:
    """Show which rounds there are."""
    from ijtui.screens.rounds import open_at

    open_at(place)


def _units(place: Place[Any]) -> None:
    """Show the units."""
    from ijtui.screens.units import open_at

    open_at(place)


def _templates(place: Place[Any]) -> None:
    """Show the organisation's templates."""
    from ijtui.screens.templates import TemplatesScreen

    if not isinstance(place, TemplatesScreen):
        place.app.push_screen(TemplatesScreen())


def _handovers(place: Place[Any]) -> None:
    """Show those one leads and how far each has come on the way to the next manager."""
    from ijtui.screens.handovers import open_at

    open_at(place)


def _backup(place: Place[Any]) -> None:
    """Write a backup now and say where."""
    try:
        place.say(_("The backup is {file}", file=place.session.desk.backups.make()))
    except IjtuiError as error:
        place.refuse(error)


_WAYS: dict[str, Callable[[Place[Any]], None]] = {
    "palette": _palette,
    "search": _search,
    "help": _help,
    "settings": _settings,
    "write": _write,
    "feedback": _feedback,
    "years": _years,
    "blank": _blank,
    "agree": _agree,
    "care": _care,
    "rounds": _rounds,
    "units": _units,
    "templates": _templates,
    "handovers": _handovers,
    "backup": _backup,
}
