"""Which entries of the journal are listed: those with a tag, of a year, about somebody, or all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ijtui.screens.dialogs.pick import Option, Pick
from ijtui.screens.dialogs.who import PeopleSource
from ijtui.screens.place import Place
from ijtui.screens.session import Session
from ijtui.words import _

_PERSON = "person:"
"""Before the number of somebody whom the entries are about."""


@dataclass(frozen=True, slots=True)
class Only:
    """Which entries are listed.

    Attributes:
        said: in words, for the title row; "" for all of them.
        wanted: what the journal is asked for.
    """

    said: str = ""
    wanted: Mapping[str, Any] = field(default_factory=dict)


def choose(place: Place[Any], then: Callable[[Only], None]) -> None:
    """Let a person pick which entries are listed."""
    ways = dict(_ways(place.session))
    people = PeopleSource(place.session, but=place.session.me.id, before=_PERSON)

    def picked(key: str | None) -> None:
        if key is not None and key.startswith(_PERSON):
            then(Only(people.named(key), {"person": int(key.removeprefix(_PERSON))}))
        elif key is not None:
            then(ways[key][1])

    options = [Option(key, title) for key, (title, _only) in ways.items()]
    place.app.push_screen(Pick(_("Which entries?"), options, source=people), picked)


def _ways(session: Session) -> Iterator[tuple[str, tuple[str, Only]]]:
    """Yield what can be picked: key, title, and what it leads to."""
    desk, me = session.desk, session.me
    yield "all", (_("All of them"), Only())
    for tag, number in desk.journal.tags(me):
        yield f"tag:{tag}", (f"#{tag} ({number})", Only(f"#{tag}", {"tag": tag}))
    for year in desk.journal.years(me):
        yield f"year:{year}", (str(year), Only(str(year), {"year": year}))
    for goal in desk.goals.visible(me):
        said = _("the goal {title}", title=goal.title)
        yield f"goal:{goal.id}", (said, Only(said, {"goal": goal.id}))
