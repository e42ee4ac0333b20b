"""All competence sets: those that ship with the program, and a person's own, which come before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ijtui import paths
from ijtui.content.competence_file import UNUSABLE, load_profile, trusted_profile
from ijtui.content.problems import Problems
from ijtui.content.slug import slug
from ijtui.content.source import files, read_file
from ijtui.domain.competence import Profile
from ijtui.errors import BadInput, NotFound
from ijtui.toml_lines import with_value
from ijtui.words import LANGUAGES, N_
from ijtui.words import language as spoken_language

FOR_ANYBODY = "general"
"""The set for a role that none of the others is for."""

MISSING = N_("There is no such file. Expected a TOML file.")


@dataclass(frozen=True, slots=True)
class ListedProfile:
    """A competence set as a list shows it.

    Attributes:
        id: its name; of a broken one made from the file's.
        profile: the set, or None where it has errors and cannot be used.
        source: its file.
        own: it lies in the person's own folder.
    """

    id: str
    profile: Profile | None
    source: Path
    own: bool = False


def profiles(language: str | None = None, own: Path | None = None) -> tuple[ListedProfile, ...]:
    """Return the sets there are, a person's own after the shipped ones.

    Args:
        language: only those in this language (and broken ones); None for all.
        own: the person's folder; None for the usual one.
    """
    mine = list(_own(own))
    replaced = {(listed.id, listed.profile.language) for listed in mine if listed.profile}
    shipped = [listed for listed in _shipped(language) if (listed.id, _language(listed)) not in replaced]
    wanted = [listed for listed in mine if language in (None, _language(listed) or language)]
    return (*shipped, *wanted)


def profile(name: str, language: str, own: Path | None = None) -> Profile:
    """Return the set of that name in that language; a person's own before a shipped one.

    Raises:
        NotFound: there is none.
        Problems: it has errors.
    """
    listed = listed_as(name, language, own)
    if listed.profile is None:
        return loaded(listed.source)
    return listed.profile


def suggested(role: str, language: str, own: Path | None = None) -> Profile:
    """Return the set that is for that role: the one with the longest of its names in it, else a general one.

    Args:
        role: a person's, as somebody wrote it ("Senior systemutvecklare").
        language: what the set is in.
        own: the person's folder of sets; None for the usual one.
    """
    found = [listed.profile for listed in profiles(language, own) if listed.profile]
    return best_for(role, found) or profile(FOR_ANYBODY, language, own)


def best_for(role: str, found: Iterable[Profile]) -> Profile | None:
    """Return the set with the longest of its names in that role, a later one before an earlier, or None."""
    fitting = [(_fit(role, candidate), number, candidate) for number, candidate in enumerate(found)]
    best, _number, candidate = max(fitting, key=lambda fit: fit[:2], default=(0, 0, None))
    return candidate if best else None


def listed_as(name: str, language: str, own: Path | None = None) -> ListedProfile:
    """Return where the set of that name in that language lies; a person's own before a shipped one.

    Raises:
        NotFound: there is none.
    """
    for listed in reversed(profiles(language, own)):
        if listed.id == name:
            return listed
    message = N_("There is no competence set “{name}” ({language}). See: ijtui competence list")
    raise NotFound(message, name=name[:60], language=language)


def loaded(path: Path) -> Profile:
    """Return the set that a file holds.

    Raises:
        Problems: it has errors; holds all of them.
    """
    source = str(path)
    try:
        text = read_file(path, MISSING)
    except BadInput as error:
        raise Problems(source, (error,), UNUSABLE) from error
    return load_profile(text, source, spoken_language())


def renamed(text: str, name: str) -> str:
    """Return the TOML of a set with another id."""
    return with_value(text, "id", name)


def _fit(role: str, candidate: Profile) -> int:
    """Return how many letters of a role are one of the set's names for it, as words of their own."""
    said = role.casefold()
    return max(
        (len(name) for name in candidate.roles if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said)),
        default=0,
    )


def _language(listed: ListedProfile) -> str:
    return listed.profile.language if listed.profile else ""


def _shipped(language: str | None) -> Iterator[ListedProfile]:
    for code in LANGUAGES if language is None else (language,):
        for path in files(paths.CONTENT / code / "competences", ".toml"):
            found = trusted_profile(read_file(path, MISSING), str(path), code)
            yield ListedProfile(found.id, found, path)


def _own(folder: Path | None) -> Iterator[ListedProfile]:
    for path in files(folder or paths.own_competences(), ".toml"):
        try:
            found = loaded(path)
        except Problems:
            yield ListedProfile(slug(path.stem, "competences"), None, path, own=True)
        else:
            yield ListedProfile(found.id, found, path, own=True)
