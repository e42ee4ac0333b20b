"""All templates there are: those that ship with the program, and a person's own, which come before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ijtui import paths
from ijtui.content.checks import AGENDA_FACTS
from ijtui.content.front_matter import front_matter
from ijtui.content.problems import Findings, Problems
from ijtui.content.slug import slug
from ijtui.content.source import files, read_file
from ijtui.domain.agenda import Agenda, Kind
from ijtui.domain.template import FeedbackTemplate
from ijtui.errors import BadInput, NotFound
from ijtui.words import LANGUAGES, N_
from ijtui.words import language as spoken_language

if TYPE_CHECKING:
    from ijtui.content.agenda import Examined


@dataclass(frozen=True, slots=True)
class Listed:
    """An agenda as a list shows it.

    Attributes:
        language: "sv" or "en"; "" for a broken one.
        kind: None for a broken one.
        source: its file.
        own: it lies in the person's own folder.
        broken: it has errors and cannot be used; id and title are then the file's name.
    """

    id: str
    title: str
    language: str
    kind: Kind | None
    minutes: int
    source: Path
    own: bool = False
    broken: bool = False


def agendas(language: str | None = None, own: Path | None = None) -> tuple[Listed, ...]:
    """Return the agendas that can be chosen, a person's own after the shipped ones.

    Args:
        language: only those in this language (and broken ones); None for all.
        own: the person's folder; None for the usual one.
    """
    mine = [_listed(path, examined) for path, examined in _own_agendas(own)]
    replaced = {(listed.id, listed.language) for listed in mine}
    shipped = [listed for listed in _shipped() if (listed.id, listed.language) not in replaced]
    return tuple(
        listed for listed in (*shipped, *mine) if language is None or listed.language in (language, "")
    )


def agenda(name: str, language: str, own: Path | None = None) -> Agenda:
    """Return the agenda with that id in that language; a person's own before a shipped one.

    Raises:
        NotFound: there is none.
        Problems: it has errors.
    """
    for path, examined in _own_agendas(own):
        found = examined.agenda
        if found is None and slug(path.stem, "agenda") == name:
            raise Problems(str(path), examined.problems)
        if found is not None and (found.id, found.language) == (name, language):
            return found
    return _shipped_agenda(name, language)


def source_of(name: str, language: str, own: Path | None = None) -> Path:
    """Return the file of the agenda with that id in that language.

    Raises:
        NotFound: there is none.
    """
    for listed in reversed(agendas(language, own)):
        if listed.id == name:
            return listed.source
    raise _not_found(name, language)


def feedback_templates(language: str, own: Path | None = None) -> tuple[FeedbackTemplate, ...]:
    """Return the feedback templates in that language; a person's own replace shipped ones of the same id.

    A file with errors is left out; `broken_feedback` says what is wrong with it.
    """
    from ijtui.content.feedback import trusted_feedback

    found = {
        template.id: template
        for path in files(paths.CONTENT / language / "feedback", ".md")
        for template in trusted_feedback(read_file(path), str(path), language)
    }
    for _path, templates in _own_feedback(own):
        if not isinstance(templates, Problems):
            found |= {template.id: template for template in templates if template.language == language}
    return tuple(found.values())


def broken_feedback(own: Path | None = None) -> tuple[Problems, ...]:
    """Return what is wrong with a person's own files of feedback templates, one a file."""
    return tuple(found for _path, found in _own_feedback(own) if isinstance(found, Problems))


def _shipped() -> Iterator[Listed]:
    """Yield what ships, by its front matter alone: listing must not wait for a Markdown parser."""
    for code in LANGUAGES:
        for path in files(paths.CONTENT / code / "agendas", ".md"):
            facts = front_matter(read_file(path), AGENDA_FACTS, Findings(str(path))).values
            yield Listed(
                facts["id"],
                facts["title"],
                facts["language"],
                Kind(facts["kind"]),
                int(facts["minutes"]),
                path,
            )


def _shipped_agenda(name: str, language: str) -> Agenda:
    path = next(
        (path for path in files(paths.CONTENT / language / "agendas", ".md") if path.stem == name), None
    )
    if path is None:
        raise _not_found(name, language)
    from ijtui.content.agenda import trusted_agenda

    return trusted_agenda(read_file(path), str(path), language)


def _own_agendas(own: Path | None) -> Iterator[tuple[Path, Examined]]:
    for path in files(own or paths.own_agendas(), ".md"):
        from ijtui.content.agenda import Examined, examine

        try:
            yield path, examine(read_file(path), str(path), spoken_language())
        except BadInput as error:
            yield path, Examined(None, (error,))


def _own_feedback(own: Path | None) -> Iterator[tuple[Path, tuple[FeedbackTemplate, ...] | Problems]]:
    for path in files(own or paths.own_feedback(), ".md"):
        from ijtui.content.feedback import load_feedback

        try:
            yield path, load_feedback(read_file(path), str(path), spoken_language())
        except BadInput as error:
            yield path, Problems(str(path), (error,))
        except Problems as problems:
            yield path, problems


def _listed(path: Path, examined: Examined) -> Listed:
    found = examined.agenda
    if found is None:
        return Listed(slug(path.stem, "agenda"), path.name, "", None, 0, path, own=True, broken=True)
    return Listed(found.id, found.title, found.language, found.kind, found.minutes, path, own=True)


def _not_found(name: str, language: str) -> NotFound:
    message = N_("There is no template “{name}” ({language}). See: ijtui template list")
    return NotFound(message, name=name[:60], language=language)
