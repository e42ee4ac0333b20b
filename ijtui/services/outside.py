"""A text in the person's own editor: in a file that only they can read, for as long as that takes."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ijtui.clean import clean
from ijtui.domain.text import LONGEST
from ijtui.errors import BadInput, NotFound, RuleBroken, StorageFailed
from ijtui.words import N_

_NONE = N_("No editor is named. Set the variable EDITOR, for example to nano, and start ijtui again.")
_MISSING = N_("There is no editor called {name}. Set the variable EDITOR to another one.")
_FAILED = N_("{name} ended with an error, so the text is as it was.")
_NO_FILE = N_("No file could be made for the editor ({reason}); the text is as it was.")
_UNREADABLE = N_("What the editor saved can't be read as UTF-8, so it is left in {file}.")
_MOST_BYTES = 4 * LONGEST  # as many as the longest text can have in UTF-8
_TOO_LONG = N_("What the editor saved is longer than {longest} characters, so it is left in {file}.")


def edited_outside(text: str, environ: Mapping[str, str]) -> str:
    """Let the person's own editor change a text; returns when the editor has ended.

    Args:
        text: what stands there now; it is stored already.
        environ: VISUAL or EDITOR names the editor, with its options.

    Returns:
        What was saved there, cleaned; what had no line end at its end gets none.

    Raises:
        NotFound: no editor is named, or there is none of that name.
        RuleBroken: the editor ended with an error; nothing is changed.
        BadInput: what it saved can't be taken; the file is left where the sentence says.
        StorageFailed: no file could be made.
    """
    command = _command(environ)
    try:
        folder = Path(tempfile.mkdtemp(prefix="ijtui-"))  # 0700
    except OSError as error:
        raise StorageFailed(_NO_FILE, reason=error.strerror) from error
    keep = False
    try:
        file = _written(folder / "text.md", text)
        _run(command, file)
        taken = _read(file)
    except BadInput:
        keep = True
        raise
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
    return taken if text.endswith("\n") else taken.removesuffix("\n")


def _command(environ: Mapping[str, str]) -> list[str]:
    named = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        command = shlex.split(named)
    except ValueError:
        command = [named]
    if not command:
        raise NotFound(_NONE)
    if shutil.which(command[0]) is None:
        raise NotFound(_MISSING, name=command[0])
    return command


def _written(file: Path, text: str) -> Path:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise StorageFailed(_NO_FILE, reason=error.strerror) from error
    return file


def _run(command: list[str], file: Path) -> None:
    """Wait for the editor; one that was killed may have saved something, so that is taken all the same."""
    name = Path(command[0]).name
    try:
        done = subprocess.run([*command, str(file)], check=False)
    except OSError as error:
        raise NotFound(_MISSING, name=name) from error
    if done.returncode > 0:
        raise RuleBroken(_FAILED, name=name)


def _read(file: Path) -> str:
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise BadInput(_TOO_LONG, longest=LONGEST, file=file)
        text = clean(file.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise BadInput(_UNREADABLE, file=file) from error
    except OSError as error:
        raise StorageFailed(_NO_FILE, reason=error.strerror) from error
    if len(text) > LONGEST:
        raise BadInput(_TOO_LONG, longest=LONGEST, file=file)
    return text
