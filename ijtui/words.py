"""Every word the program says, in the language of the moment.

Message ids are English; catalogues lie in `ijtui/locale/` and are compiled by the build.
The screens speak the person's language through `_`; minutes speak the conversation's own
through a `Words` of its own.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from functools import lru_cache

from ijtui.errors import BadInput, IjtuiError
from ijtui.paths import LOCALE

LANGUAGES = {"sv": "Svenska", "en": "English"}
"""Language codes and what each calls itself."""


def default_language(environ: Mapping[str, str]) -> str:
    """Return "sv" where the first of LC_ALL, LC_MESSAGES and LANG that is set says Swedish, else "en"."""
    said = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "sv" if re.split(r"[_.@]", said)[0].lower() in {"sv", "swedish"} else "en"


class Words:
    """The catalogue of one language.

    Args:
        language: a code from `LANGUAGES`; an unknown one speaks English.
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._catalogue = gettext.translation("ijtui", LOCALE, languages=[self.language], fallback=True)

    def __call__(self, message: str, **values: object) -> str:
        """Return the message in this language with its fields filled in."""
        said = self._catalogue.gettext(message) if message else ""
        return said.format(**values) if values else said

    def plural(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the form that goes with `number`, which is also the field {number}."""
        return self._catalogue.ngettext(one, many, number).format(number=number, **values)

    def explain(self, error: IjtuiError) -> str:
        """Return the error's sentence in this language, with file and line where it has them."""
        said = self(error.message).format(**error.values)
        if not isinstance(error, BadInput) or not error.source:
            return said
        place = f"{error.source}:{error.line}" if error.line else error.source
        return f"{place}: {said}"


@lru_cache
def in_language(language: str) -> Words:
    """Return the words of that language; the catalogue is read once."""
    return Words(language)


_now = "en"


def speak(language: str) -> None:
    """Let `_` and `ngettext` speak that language from now on."""
    global _now
    _now = in_language(language).language


def language() -> str:
    """Return the code of the language spoken now."""
    return _now


def spoken() -> Words:
    """Return the words of the language spoken now."""
    return in_language(_now)


def _(message: str, **values: object) -> str:
    """Say the message in the language of the moment, its fields filled in."""
    return in_language(_now)(message, **values)


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """Say the form that goes with `number`, which is also the field {number}."""
    return in_language(_now).plural(one, many, number, **values)


def N_(message: str) -> str:  # noqa: N802 - the convention's own name
    """Mark a message id for the catalogue and return it unchanged."""
    return message


def explain(error: IjtuiError) -> str:
    """Say the error's sentence in the language of the moment."""
    return in_language(_now).explain(error)
