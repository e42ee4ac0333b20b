"""Who sees an entry, and which goal it points at: chosen from a list, changed at once, said in words."""

from __future__ import annotations

from ijtui.clean import clean_line
from ijtui.domain.person import Person
from ijtui.screens.dialogs.pick import Option, Pick
from ijtui.screens.dialogs.who import PeopleSource
from ijtui.screens.entry_lines import person
from ijtui.screens.entry_place import EntryPlace
from ijtui.words import N_, _

_NONE = "none"
_STILL_TOLD = N_(
    "Only you see this now. Conversations that you concluded while it was shared still tell of it."
)


def change_seen(place: EntryPlace) -> None:
    """Let nobody else see the entry any more; or ask who may, for what has been seen can't be unseen."""
    home = place.home
    if home is None:
        return
    if home.entry.shared:
        kept = place.session.desk.material.is_kept(place.session.me, f"entry:{home.entry.id}")
        if place.file(shared=False):
            place.say(_(_STILL_TOLD) if kept else _("Only you see this now."))
    else:
        _ask_who(place, str(home.entry.person or ""))


def _ask_who(place: EntryPlace, first: str) -> None:
    """Ask who else may see the entry; the one whom it is about stands first."""
    people = PeopleSource(place.session, but=place.session.me.id)

    def picked(number: str | None) -> None:
        place.view.editor.focus()
        if number is not None:
            _share(place, person(place.session, int(number)))

    options = [Option(first, people.named(first))] if first else []
    place.app.push_screen(Pick(_("Who else can see this entry?"), options, source=people), picked)


def _share(place: EntryPlace, other: Person) -> None:
    if place.file(person=other.id, shared=True):
        place.say(_("You and {name} see this now.", name=other.first_name))


def choose_goal(place: EntryPlace) -> None:
    """Ask which goal the entry points at: one's own goals, and those of the people one talks with."""
    home = place.home
    if home is None:
        return
    session = place.session
    about = (session.me.id, home.entry.person)
    visible = session.desk.goals.visible(session.me)
    goals = [goal for goal in visible if home.entry.person is None or goal.person in about]
    by_key = {str(goal.id): goal for goal in goals}

    def picked(key: str | None) -> None:
        place.view.editor.focus()
        if key == _NONE:
            place.file(goal=None)
        elif key is not None:
            owner = by_key[key].person
            place.file(goal=by_key[key].id, person=home.entry.person if owner == session.me.id else owner)

    options = [Option(str(goal.id), clean_line(goal.title), _whose(place, goal.person)) for goal in goals]
    if home.entry.goal is not None:
        options.insert(0, Option(_NONE, _("No goal")))
    place.app.push_screen(Pick(_("Which goal does it point at?"), options), picked)


def _whose(place: EntryPlace, number: int) -> str:
    """Return the first name of whose goal it is; one's own goes without saying."""
    return "" if number == place.session.me.id else person(place.session, number).first_name
