"""`ijtui template`: which templates there are, whether one can be used, and a new one to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.cli.organisation_template import NAME, VERSION, add_to
from ijtui.words import _

if TYPE_CHECKING:
    from ijtui.content.library import Listed
    from ijtui.domain.template_version import Template

_SORT = "agenda"


@click.group(
    short_help=_("List, check, begin and publish templates."),
    help=_(
        "Templates for conversations: list them, check one, begin one of your own; publish and retire the"
        " organisation's.\n\n"
        "A template is a Markdown file with headings and questions. Yours lie in the folder agendas of your"
        " settings and come before the shipped ones of the same name; the organisation's lie in the file that"
        " all share, and come before both."
    ),
)
def template() -> None:
    """Hold the commands below."""


@template.command(
    "list", help=_("List all templates: the organisation's, those that ship with ijtui, your own.")
)
def list_() -> None:
    """List all agendas, and own files of feedback templates that have errors."""
    from ijtui.cli.organisation_listing import are_taken
    from ijtui.cli.organisation_listing import rows as organisations
    from ijtui.cli.output import say
    from ijtui.cli.table import table
    from ijtui.content.library import agendas, broken_feedback

    head = (_("Name"), _("Language"), _("Kind"), _("Length"), _("Title"), _("Whose"))
    ours = list(organisations(_SORT))
    taken = are_taken(ours)
    rows = [_ours(one, whose) for one, whose in ours]
    rows += [_row(listed) for listed in agendas() if (listed.id, listed.language) not in taken]
    rows += [
        ("–", "–", "–", "–", Path(found.source).name, _broken(found.source)) for found in broken_feedback()
    ]
    say(table(head, rows))


@template.command(
    help=_(
        "Read a template and say what was understood, or everything that is wrong with it.\n\n"
        "Each error has its line and what was expected there. The exit code is 1 when there are any."
    )
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
@click.pass_context
def check(context: click.Context, file: Path) -> None:
    """Say what is wrong with a template, or what it holds."""
    from ijtui.cli.own_files import tell
    from ijtui.content.summary import summary

    tell(context, summary, file)


@template.command(
    help=_(
        "Write a template of your own to begin with, and say where it lies.\n\n"
        "It is a copy of the one called annual, or of the one given with --from, in your language or the one"
        " given with --language. Change what you like, then check it."
    )
)
@click.argument("name", metavar=_("NAME"))
@click.option(
    "--from", "model", metavar=_("NAME"), default="annual", help=_("Begin with a copy of this one.")
)
@click.option("--force", is_flag=True, help=_("Replace the file if there is one."))
def new(name: str, model: str, force: bool) -> None:
    """Write a copy of an agenda under a new name into the own folder."""
    from ijtui import paths
    from ijtui.cli.own_files import begin
    from ijtui.content.library import source_of
    from ijtui.content.source import read_file
    from ijtui.content.starter import named, renamed
    from ijtui.words import language

    file = paths.own_agendas() / f"{named(name)}.{language()}.md"
    text = renamed(read_file(source_of(model, language())), name, language())
    begin(file, text, force)


@template.command(help=_("Show a template's Markdown, in your language or the one given with --language."))
@NAME
@VERSION
def show(name: str, number: int | None) -> None:
    """Write the source of an agenda."""
    from ijtui.cli.organisation_listing import source_of
    from ijtui.cli.output import say

    say(source_of(_SORT, name, number, _source))


def _source(name: str) -> str:
    """Return the text of an agenda that ships or is one's own, in the language that is spoken."""
    from ijtui.content.library import source_of
    from ijtui.content.source import read_file
    from ijtui.words import language

    return read_file(source_of(name, language()))


add_to(template, _SORT)


def _ours(found: Template, whose: str) -> tuple[str, ...]:
    newest = found.newest
    kind, length = (
        ("–", "–") if newest is None or newest.kind is None else (newest.kind.value, newest.minutes)
    )
    minutes = _("{number} min", number=length) if newest else "–"
    return found.name.key, found.name.language, kind, minutes, found.title, whose


def _row(listed: Listed) -> tuple[str, ...]:
    if listed.broken or listed.kind is None:
        return listed.id, "–", "–", "–", listed.title, _broken(str(listed.source))
    whose = _("yours") if listed.own else _("shipped")
    return (
        listed.id,
        listed.language,
        listed.kind.value,
        _("{number} min", number=listed.minutes),
        listed.title,
        whose,
    )


def _broken(source: str) -> str:
    return _("yours, has errors: ijtui template check {file}", file=source)
