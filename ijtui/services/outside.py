"""A text in the person's own editor: in a file that only they can read, for as long as that takes."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping
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
_LOOK, _FAREWELL = 0.2, 0.8
"""Seconds between two looks at whether the program is leaving, and for the editor to end when it is."""

Leaving = Callable[[], bool]
"""Says whether the program is on its way out."""

_MOST_BYTES = 4 * LONGEST  # as many as the longest text can have in UTF-8
_TOO_LONG = N_("What the editor saved is longer than {longest} characters, so it is left in {file}.")


def edited_outside(text: str, environ: Mapping[str, str], leaving: Leaving = lambda: False) -> str:
    """Let the person's own editor change a text; returns when the editor has ended.

    Where the program has to leave meanwhile, because the connection broke, the editor is told so too, and
    what it had saved is taken. What it rescues of the rest lies beside the text, so then that stays.

    Args:
        text: what stands there now; it is stored already.
        environ: VISUAL or EDITOR names the editor, with its options.
        leaving: whether the program is on its way out.

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
        _run(command, file, leaving)
        taken = _read(file)
        keep = leaving() and len(list(folder.iterdir())) > 1
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


def _run(command: list[str], file: Path, leaving: Leaving) -> None:
    """Wait for the editor; one that was killed may have saved something, so that is taken all the same."""
    name = Path(command[0]).name
    try:
        with subprocess.Popen([*command, str(file)]) as editor:
            code = _ended(editor, leaving)
    except OSError as error:
        raise NotFound(_MISSING, name=name) from error
    if code > 0 and not leaving():
        raise RuleBroken(_FAILED, name=name)


def _ended(editor: subprocess.Popen[bytes], leaving: Leaving) -> int:
    """Return the exit code of the editor, which has little time once the program is leaving."""
    while not leaving():
        try:
            return editor.wait(_LOOK)
        except subprocess.TimeoutExpired:
            continue
    editor.send_signal(signal.SIGHUP)
    try:
        return editor.wait(_FAREWELL)
    except subprocess.TimeoutExpired:
        editor.kill()
        return editor.wait()


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
