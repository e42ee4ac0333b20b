"""What the commands `list` and `show` say of the organisation's templates, where there are some."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from ijtui.cli.organisation_template import NO_ORGANISATIONS
from ijtui.errors import NotFound
from ijtui.words import _

if TYPE_CHECKING:
    from ijtui.domain.person import Person
    from ijtui.domain.template_version import Template
    from ijtui.services.desk import Desk


def rows(sort: str) -> Iterator[tuple[Template, str]]:
    """Yield the organisation's templates with whose they are, where there is a file that has some."""
    with _desk_if_any() as found:
        if found is None:
            return
        desk, asker = found
        yield from ((one, _whose(one)) for one in desk.templates.all(asker) if one.name.sort.value == sort)


def are_taken(found: Iterable[tuple[Template, str]]) -> set[tuple[str, str]]:
    """Return the names and languages of those that are used in place of shipped ones and one's own."""
    return {(one.name.key, one.name.language) for one, _said in found if one.is_offered}


def source_of(sort: str, name: str, number: int | None, others: Callable[[str], str]) -> str:
    """Return the text of the template of that name as it is used now, the organisation's before any other.

    Args:
        sort: of which sort.
        name: its key.
        number: a version, which is returned also where the template is retired; None for the newest.
        others: returns the text of one that is not the organisation's in the language that is spoken.

    Raises:
        NotFound: there is none.
    """
    from ijtui.domain.template_version import TemplateSort
    from ijtui.words import language

    with _desk_if_any() as found:
        if found is not None:
            desk, asker = found
            template = desk.templates.named(asker, TemplateSort(sort), name, language())
            if template is not None and (number or template.is_offered):
                text = desk.templates.text(asker, template, number)
                return text if number or template.name.language == language() else _spoken(name, others, text)
    if number:
        raise NotFound(NO_ORGANISATIONS, name=name[:60], language=language())
    return others(name)


def _spoken(name: str, others: Callable[[str], str], text: str) -> str:
    """Return what there is of that name in the language that is spoken, else the text in another."""
    try:
        return others(name)
    except NotFound:
        return text


def _whose(template: Template) -> str:
    from ijtui.domain.template_version import Standing

    number = template.newest.number if template.newest else 0
    said = {
        Standing.DRAFT: _("the organisation's, not published yet"),
        Standing.RETIRED: _("the organisation's, version {number}, retired", number=number),
        Standing.PUBLISHED: _("the organisation's, version {number}", number=number),
    }[template.standing]
    being_written = template.has_draft and template.newest is not None
    return f"{said}, {_('the next is being written')}" if being_written else said


@contextmanager
def _desk_if_any() -> Iterator[tuple[Desk, Person] | None]:
    """Open the file if there is one that somebody owns; templates can be listed before that."""
    from ijtui.cli.owner import at_desk
    from ijtui.cli.program import database, door

    with ExitStack() as stack:
        found = None
        if door() is not None or database().exists():
            with suppress(NotFound):  # it was never opened in the app, and has no owner
                found = stack.enter_context(at_desk())
        yield found
