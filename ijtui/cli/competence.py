"""`ijtui competence`: which competence sets there are, whether one can be used, and a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.cli.organisation_template import NAME, VERSION, add_to
from ijtui.words import N_, _

if TYPE_CHECKING:
    from ijtui.content.competence import ListedProfile
    from ijtui.domain.competence import Competence

_SORT = "competences"
_NO_NAME = N_("“{value}” can't be a set's name. Expected small letters a–z, digits and hyphens.")


@click.group(
    short_help=_("List, check, begin and publish competence sets."),
    help=_(
        "Competence sets: list them, check one, begin one of your own; publish and retire the"
        " organisation's.\n\n"
        "A set is a TOML file with 3 to 12 competences, a sentence for each level and the level that the role"
        " asks for. Yours lie in the folder competences of your settings and come before the shipped ones of"
        " the same name; the organisation's lie in the file that all share, and come before both."
    ),
)
def competence() -> None:
    """Hold the commands below."""


@competence.command(
    "list", help=_("List all competence sets: the organisation's, those that ship with ijtui, your own.")
)
def list_() -> None:
    """List all sets, those with errors too."""
    from ijtui.cli.organisation_listing import are_taken
    from ijtui.cli.organisation_listing import rows as organisations
    from ijtui.cli.output import say
    from ijtui.cli.table import table
    from ijtui.content.competence import profiles

    head = (_("Name"), _("Language"), _("Competences"), _("Title"), _("Whose"))
    ours = list(organisations(_SORT))
    taken = are_taken(ours)
    rows = [(one.name.key, one.name.language, "–", one.title, whose) for one, whose in ours]
    files = [_row(listed) for listed in profiles()]
    say(table(head, [*rows, *(row for row in files if row[:2] not in taken)]))


@competence.command(
    help=_(
        "Read a competence set and say what was understood, or everything that is wrong with it.\n\n"
        "Each error has its line and what was expected there. The exit code is 1 when there are any."
    )
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
@click.pass_context
def check(context: click.Context, file: Path) -> None:
    """Say what is wrong with a set, or what it holds."""
    from ijtui.cli.own_files import tell

    tell(context, _understood, file)


@competence.command(
    help=_(
        "Write a competence set of your own to begin with, and say where it lies.\n\n"
        "It is a copy of the one called general, or of the one given with --from, in your language or the one"
        " given with --language. Change what you like, then check it."
    )
)
@click.argument("name", metavar=_("NAME"))
@click.option(
    "--from", "model", metavar=_("NAME"), default="general", help=_("Begin with a copy of this one.")
)
@click.option("--force", is_flag=True, help=_("Replace the file if there is one."))
def new(name: str, model: str, force: bool) -> None:
    """Write a copy of a set under a new name into the own folder."""
    from ijtui import paths
    from ijtui.cli.own_files import begin
    from ijtui.content.competence import renamed
    from ijtui.content.starter import named
    from ijtui.words import language

    file = paths.own_competences() / f"{named(name, _NO_NAME)}.{language()}.toml"
    begin(file, renamed(_source(model), name), force)


@competence.command(help=_("Show a set's TOML, in your language or the one given with --language."))
@NAME
@VERSION
def show(name: str, number: int | None) -> None:
    """Write the source of a set."""
    from ijtui.cli.organisation_listing import source_of
    from ijtui.cli.output import say

    say(source_of(_SORT, name, number, _source))


add_to(competence, _SORT)


def _source(name: str) -> str:
    """Return the text of the set of that name in the language that is spoken."""
    from ijtui.content.competence import listed_as
    from ijtui.content.source import read_file
    from ijtui.words import language

    return read_file(listed_as(name, language()).source)


def _row(listed: ListedProfile) -> tuple[str, ...]:
    if listed.profile is None:
        broken = _("yours, has errors: ijtui competence check {file}", file=listed.source)
        return listed.id, "–", "–", listed.source.name, broken
    whose = _("yours") if listed.own else _("shipped")
    number = str(len(listed.profile.competences))
    return listed.id, listed.profile.language, number, listed.profile.title, whose


def _understood(file: Path) -> list[str]:
    from ijtui.content.competence import loaded

    found = loaded(file)
    lines = [f"{found.title} ({found.id}, {found.language})"]
    lines += [f"  {_required(item)}" for item in found.competences]
    if found.roles:
        lines.append(_("For the roles: {roles}", roles=", ".join(found.roles)))
    return lines


def _required(item: Competence) -> str:
    return _("{competence}: requirement {level}", competence=item.title, level=item.required)
