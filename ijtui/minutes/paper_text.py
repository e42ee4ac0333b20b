"""From the bytes of a file that has been through editors and mail to its text."""

from __future__ import annotations

import codecs
import quopri
import re
import unicodedata

from ijtui.clean import clean
from ijtui.errors import BadInput
from ijtui.words import N_

_NO_TEXT = N_("This is no text but something else. Save the form as text (Markdown or .txt) and try again.")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_QUOTED = re.compile(r"=(?:C3=A5|E5)=3D=(?:C3=B6|F6)", re.IGNORECASE)
"""What quoted-printable makes of the canary."""

_DOUBLE = "Ã¥=Ã¶"
"""The canary after UTF-8 was taken for Latin-1."""

_HARD_SPACE = re.compile(r"ijtui:\u00a0")


def text_of(data: bytes, source: str) -> str:
    """Return the text of a file, whatever it was saved as: its letters right and its lines ended by LF.

    Args:
        data: what stands in it.
        source: its name, for the sentences.

    Raises:
        BadInput: it is no text.
    """
    text = _decoded(data, source)
    if _QUOTED.search(text):
        text = _unquoted(text)
    if _DOUBLE in text:
        text = _undoubled(text)
    if _HARD_SPACE.search(text):
        text = text.replace("\u00a0", " ")
    return clean(text)


def _decoded(data: bytes, source: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _tried(data, encoding, source)
    if data.count(b"\0") > len(data) // 4:  # UTF-16 without a mark: every other byte of plain letters
        return _tried(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be", source)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace") if b"\0" not in data else _tried(data, "utf-8", source)


def _tried(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput(_NO_TEXT, source, data.count(b"\n", 0, error.start) + 1) from error


def _unquoted(text: str) -> str:
    """Return the text without what mail in quoted-printable leaves behind."""
    data = quopri.decodestring(text.encode("utf-8"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _undoubled(text: str) -> str:
    """Return the text as it was before its UTF-8 was taken for Latin-1, line by line where that helps."""
    return "\n".join(map(_undoubled_line, unicodedata.normalize("NFC", text).split("\n")))


def _undoubled_line(line: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return line.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return line
