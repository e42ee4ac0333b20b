"""What the groups `template` and `competence` share: the organisation's versions, published and retired."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.errors import BadInput, NotFound
from ijtui.words import N_, _

if TYPE_CHECKING:
    from ijtui.domain.person import Person
    from ijtui.domain.template_change import Change
    from ijtui.domain.template_version import Template, TemplateSort
    from ijtui.services.desk import Desk

INPUT = "-"

_TERMINAL = N_("Say which file, send it through the standard input, or publish the draft with --draft.")
_AT_THE_DOOR = N_("A template comes in through the standard input here. Leave the file out.")
NO_ORGANISATIONS = N_("The organisation has no template “{name}” ({language}). See: ijtui template list")
_ONE_VERSION = N_("{title} has only one version, so there is nothing to compare.")

NAME = click.argument("name", metavar=_("NAME"))
VERSION = click.option(
    "--version",
    "number",
    type=click.IntRange(1),
    help=_("This version of the organisation's, not the newest."),
)


def add_to(group: click.Group, sort: str) -> None:
    """Give a group the commands for the organisation's templates of that sort."""
    for command in (_publish(sort), _retire(sort), _diff(sort), _export(sort)):
        group.add_command(command)


def _publish(sort: str) -> click.Command:
    @click.command(
        "publish",
        help=_(
            "Publish a text as the organisation's next version, or the draft that is written in ijtui.\n\n"
            "NAME is the template's id. FILE is Markdown or TOML; without it, or with -, the text comes"
            " through the standard input. Every error has its line; the exit code is 1 when there are any."
            " Then it is said what has changed since the version before. On a shared server this is HR's."
        ),
    )
    @NAME
    @click.argument("file", metavar=_("[FILE]"), default=INPUT)
    @click.option("--draft", is_flag=True, help=_("Publish the draft that is written in ijtui."))
    @click.option("--note", metavar=_("SENTENCE"), default="", help=_("What was changed, in a sentence."))
    @click.pass_context
    def publish(context: click.Context, name: str, file: str, draft: bool, note: str) -> None:
        """Publish a text or a draft, and say what has changed."""
        from ijtui.cli.output import say
        from ijtui.cli.owner import at_desk

        with at_desk() as (desk, asker), _errors_by_line(context):
            if draft:
                version = desk.templates.publish(asker, _known(desk, asker, sort, name).id, note)
            else:
                text, source = _text_of(file)
                version = desk.templates.publish_text(asker, _sort(sort), name, text, source, note)
            template = desk.templates.get(asker, version.template)
            said = [_("Published: {title}, version {number}", title=version.title, number=version.number)]
            if version.number > 1:
                said += _lines(desk.templates.difference(asker, template, version.number - 1, version.number))
        say("\n".join(said))

    return publish


def _retire(sort: str) -> click.Command:
    @click.command(
        "retire",
        help=_(
            "Offer one of the organisation's templates no more.\n\n"
            "What was made from it keeps its copy. With --again it is offered again, in its newest version."
            " On a shared server this is HR's."
        ),
    )
    @NAME
    @click.option("--again", is_flag=True, help=_("Offer it again."))
    def retire(name: str, again: bool) -> None:
        """Retire a template, or offer it again."""
        from ijtui.cli.output import say
        from ijtui.cli.owner import at_desk

        with at_desk() as (desk, asker):
            template = _known(desk, asker, sort, name)
            if again:
                desk.templates.offer_again(asker, template.id)
                said = _("{title} is offered again.", title=template.title)
            else:
                desk.templates.retire(asker, template.id)
                said = _("{title} is retired. What was made from it keeps its copy.", title=template.title)
        say(said)

    return retire


def _diff(sort: str) -> click.Command:
    @click.command(
        "diff",
        help=_(
            "Say what is different between two versions of one of the organisation's templates.\n\n"
            "Questions and competences are compared by their ids. Without numbers the newest version is"
            " compared with the one before; with one number, that version with the newest."
        ),
    )
    @NAME
    @click.argument("first", metavar=_("[FROM]"), type=click.IntRange(1), required=False)
    @click.argument("second", metavar=_("[TO]"), type=click.IntRange(1), required=False)
    def diff(name: str, first: int | None, second: int | None) -> None:
        """Compare two versions."""
        from ijtui.cli.output import say
        from ijtui.cli.owner import at_desk

        with at_desk() as (desk, asker):
            template = _known(desk, asker, sort, name)
            newest = template.newest.number if template.newest else 0
            before, after = first or newest - 1, second or newest
            if newest == 1 and first is None:
                raise BadInput(_ONE_VERSION, title=template.title)
            found = _lines(desk.templates.difference(asker, template, before, after))
        say("\n".join(found) or _("Nothing is different."))

    return diff


def _export(sort: str) -> click.Command:
    @click.command(
        "export",
        help=_(
            "Write the text of one of the organisation's templates to a new file.\n\n"
            "It can be taken in again, here or elsewhere, with the command publish."
        ),
    )
    @NAME
    @click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
    @VERSION
    @click.option("--force", is_flag=True, help=_("Replace the file if there is one."))
    def export(name: str, file: Path, number: int | None, force: bool) -> None:
        """Write a version to a file of one's own."""
        from ijtui.cli.output import say
        from ijtui.cli.owner import at_desk
        from ijtui.minutes.files import write_new

        with at_desk() as (desk, asker):
            text = desk.templates.text(asker, _known(desk, asker, sort, name), number)
        write_new(file, text, force)
        say(str(file))

    return export


def _known(desk: Desk, asker: Person, sort: str, name: str) -> Template:
    """Return the organisation's template of that name, in the language that is spoken or else in another.

    Raises:
        NotFound: there is none.
    """
    from ijtui.words import language

    found = desk.templates.named(asker, _sort(sort), name, language())
    if found is None:
        raise NotFound(NO_ORGANISATIONS, name=name[:60], language=language())
    return found


def _text_of(file: str) -> tuple[str, str]:
    """Return the text of a file or of the standard input, and what it is called in errors."""
    from ijtui.cli.program import door
    from ijtui.content.source import MOST_BYTES, decoded, read_file

    if file == INPUT:
        if sys.stdin is None or sys.stdin.isatty():
            raise BadInput(_TERMINAL)
        return decoded(sys.stdin.buffer.read(MOST_BYTES + 1), INPUT), INPUT
    if door() is not None:
        raise BadInput(_AT_THE_DOOR)
    return read_file(Path(file)), file


def _lines(changes: tuple[Change, ...]) -> list[str]:
    from ijtui.minutes.template_changes import lines
    from ijtui.words import spoken

    return list(lines(changes, spoken()))


def _sort(sort: str) -> TemplateSort:
    from ijtui.domain.template_version import TemplateSort

    return TemplateSort(sort)


@contextmanager
def _errors_by_line(context: click.Context) -> Iterator[None]:
    """Write each error of a template with its line; then the exit code is 1."""
    from ijtui.cli.own_files import complain
    from ijtui.content.problems import Problems

    try:
        yield
    except Problems as problems:
        complain(problems)
        context.exit(1)
