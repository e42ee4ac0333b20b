"""What a person can choose: read from and written to settings.toml, never needed to start.

    language = "sv"        # sv, en, or empty: as the system says
    theme = "light"        # dark, light or contrast
    mouse = true           # false leaves the mouse to the terminal, for marking text
    ascii = false          # true draws with plain signs only

    [keys]                 # other keys for commands, by their ids
    new = "ctrl+n"

Who one is lies in the database, not here: one file of settings may serve several.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

from ijtui.clean import clean_line
from ijtui.errors import BadInput, StorageFailed
from ijtui.files import write_aside
from ijtui.keys import checked
from ijtui.toml_lines import line_of, with_value, without_value
from ijtui.words import N_, _, default_language

Language = Literal["", "sv", "en"]
Theme = Literal["dark", "light", "contrast"]

EXPECTED = {
    "language": N_("“language” is sv, en, or empty for the system's own."),
    "theme": N_("“theme” is dark, light or contrast."),
    "mouse": N_("“mouse” is true or false."),
    "ascii": N_("“ascii” is true or false."),
    "keys": N_('“keys” is a table with a key for each command id: [keys], then new = "ctrl+n".'),
}
"""What each setting may be, in a sentence."""

_UNKNOWN = N_("There is no setting “{name}”. There are: {names}.")
_NEARLY = N_("There is no setting “{name}”. Did you mean “{near}”?")
_NOT_TOML = N_('This line can\'t be read. A setting is written like this: theme = "light"')
_NOT_UTF8 = N_("The settings are not text in UTF-8.")
_UNREADABLE = N_("{file} can't be read: {reason}.")
_BY_HAND = N_("The settings are written in a way that only you can change. Open the file in an editor.")


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's choices.

    Attributes:
        language: "sv", "en", or "" for what the environment says.
        theme: which of the three sets of colours.
        mouse: whether the program takes the mouse; without it the terminal marks text as usual.
        ascii: whether to draw with plain signs only, for fonts and screen readers that need it.
        keys: other keys for commands: binding id to Textual's name of the key, several with commas.
    """

    language: Language = ""
    theme: Theme = "dark"
    mouse: bool = True
    ascii: bool = False
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def spoken_language(self, environ: Mapping[str, str]) -> str:
        """Return the language to speak: the one chosen, or the environment's."""
        return self.language or default_language(environ)


_USUAL = Settings()
_CHOICES: dict[str, tuple[object, ...]] = {"language": get_args(Language), "theme": get_args(Theme)}


def load(path: Path) -> Settings:
    """Return the settings in that file; the usual ones where there is no file.

    Raises:
        BadInput: something in it can't be understood; with file and line.
        StorageFailed: it exists but can't be read.
    """
    return read(_text(path), str(path))


def read(text: str, source: str = "") -> Settings:
    """Return the settings that a text says.

    Raises:
        BadInput: something in it can't be understood; with `source` and line.
    """
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise BadInput(_NOT_TOML, source, int(found[1]) if found else text.count("\n") + 1) from error
    try:
        return _understood(said)
    except BadInput as error:
        line = line_of(text, str(error.values["setting"]))
        raise BadInput(error.message, source, line, **error.values) from error


def save(path: Path, changes: Mapping[str, object]) -> Settings:
    """Write the changes into the file and return all settings as they are then.

    Only the lines of what changed are touched; comments, order and everything else stay. A new file is 0600.

    Args:
        path: the file, made if need be; where it is a link, the file it points to.
        changes: by the names of the attributes of `Settings`; `keys` is the whole new table.

    Raises:
        BadInput: the file can't be understood, or a change is nothing the setting may be.
        StorageFailed: it can't be read or written.
    """
    text = _text(path)
    before = read(text, str(path))
    after = _understood({**{name: getattr(before, name) for name in EXPECTED}, **changes})
    changed = _retold(text, before, after)
    if not _says(changed, after):
        raise BadInput(_BY_HAND, str(path))
    write_aside(path, changed)
    return after


def _says(text: str, settings: Settings) -> bool:
    try:
        return read(text) == settings
    except BadInput:
        return False


def _retold(text: str, before: Settings, after: Settings) -> str:
    old, new = dict(_lines(before)), dict(_lines(after))
    for name in {**old, **new}:
        if name not in new:
            text = without_value(text, name)
        elif old.get(name) != new[name]:
            text = with_value(text, name, new[name], _(EXPECTED[name.partition(".")[0]]))
    return text


def _lines(settings: Settings) -> Iterator[tuple[str, str | bool]]:
    """Yield dotted path and value of every line that could stand in the file."""
    yield from (("language", settings.language), ("theme", settings.theme))
    yield from (("mouse", settings.mouse), ("ascii", settings.ascii))
    yield from ((f"keys.{name}", key) for name, key in settings.keys.items())


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return stream.read()
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise BadInput(_NOT_UTF8, str(path)) from error
    except OSError as error:
        raise StorageFailed(_UNREADABLE, file=path, reason=error.strerror) from error


def _understood(said: Mapping[str, Any]) -> Settings:
    """Return what was said as settings; a BadInput has the dotted path of the culprit as value `setting`."""
    for name in said:
        if name not in EXPECTED:
            raise _unknown(name)
    values = dict(said)
    if isinstance(values.get("keys"), Mapping):
        values["keys"] = MappingProxyType(dict(_keys(values["keys"])))
    if all(_fits(name, value) for name, value in values.items()):
        return Settings(**values)
    return _coerced(values)


def _fits(name: str, value: object) -> bool:
    """Whether a value is right as it stands, which nearly always is so."""
    return type(value) is type(getattr(_USUAL, name)) and value in _CHOICES.get(name, (value,))


def _coerced(values: Mapping[str, object]) -> Settings:
    """Let pydantic read other ways of writing the same ("off", 1); it is only imported for that, at 70 ms."""
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Settings).validate_python(values)
    except ValidationError as error:
        setting = str(error.errors()[0]["loc"][0])
        raise BadInput(EXPECTED[setting], setting=setting) from error


def _keys(said: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str]]:
    """Yield id and key of each line; an id with dots, written without quotes, comes as nested tables."""
    for name, key in said.items():
        if isinstance(key, Mapping):
            yield from _keys(key, f"{above}{name}.")
        elif isinstance(key, str):
            yield f"{above}{name}", _key(f"{above}{name}", key)
        else:
            raise BadInput(EXPECTED["keys"], setting=f"keys.{above}{name}")


def _key(name: str, key: str) -> str:
    try:
        return checked(key)
    except BadInput as error:
        raise BadInput(error.message, "", 0, setting=f"keys.{name}", **error.values) from error


def _unknown(name: str) -> BadInput:
    from difflib import get_close_matches

    shown = clean_line(name)[:40]
    near = get_close_matches(name, EXPECTED, n=1)
    if near:
        return BadInput(_NEARLY, name=shown, near=near[0], setting=name)
    return BadInput(_UNKNOWN, name=shown, names=", ".join(EXPECTED), setting=name)
