"""A template's file as clean text, within bounds that no real template comes near."""

from __future__ import annotations

from pathlib import Path

from ijtui.clean import clean
from ijtui.errors import BadInput
from ijtui.words import N_

MOST_BYTES = 256 * 1024
MOST_LINES = 5_000

_NO_MARKDOWN = N_("There is no such file. Expected a Markdown file.")


def read_file(path: Path, missing: str = _NO_MARKDOWN) -> str:
    """Return the text of a template's file.

    Args:
        path: where it lies.
        missing: what to say where there is none.

    Raises:
        BadInput: it is no file, cannot be read, is too large, or is not UTF-8.
    """
    source = str(path)
    try:
        if not path.is_file():
            raise BadInput(missing, source)
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(N_("The file can't be read: {reason}."), source, reason=reason) from error
    return decoded(data, source)


def decoded(data: bytes, source: str) -> str:
    """Return the bytes as text, a byte order mark left out.

    Raises:
        BadInput: too many bytes, or not UTF-8; then with the line of the first such byte.
    """
    if len(data) > MOST_BYTES:
        raise _too_large(source)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = N_("This is not UTF-8 text. Save the file with the encoding UTF-8.")
        raise BadInput(message, source, line) from error


def cleaned(text: str, source: str) -> str:
    """Return the text without control characters, its lines still numbered as in the file.

    Raises:
        BadInput: too long, or too many lines.
    """
    if len(text) > MOST_BYTES:
        raise _too_large(source)
    text = clean(text)
    if (lines := text.count("\n")) > MOST_LINES:
        message = N_("The file has {lines} lines; a template has room for {most}.")
        raise BadInput(message, source, MOST_LINES + 1, lines=lines, most=MOST_LINES)
    return text


def _too_large(source: str) -> BadInput:
    return BadInput(
        N_("The file is too large; a template has room for {most} kB."), source, most=MOST_BYTES // 1024
    )


def files(folder: Path, ending: str) -> list[Path]:
    """Return the files of a folder that end so, by name; none where there is no such folder."""
    try:
        found = [path for path in folder.iterdir() if path.suffix == ending and path.is_file()]
    except OSError:
        return []
    return sorted(found, key=lambda path: path.stem)
