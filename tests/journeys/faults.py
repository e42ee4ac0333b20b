"""What can go wrong around a running program, and goes right again at the end of the block."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal


@contextmanager
def full_disk(terminal: Terminal) -> Iterator[None]:
    """Let no file of the program grow, which is a full disk without a disk."""
    pid = terminal.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the file as another program does that writes and does not come to an end."""
    other = sqlite3.connect(file, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    finally:
        other.close()


@contextmanager
def read_only(file: Path, *, while_open: bool) -> Iterator[None]:
    """Let nobody write to the file, nor to its log and its folder.

    Args:
        file: the database.
        while_open: whether who has it open already must not write either. File modes don't do that, and
            root they don't stop at all; a file that is marked immutable does both, but only root marks it.
    """
    made = [one for one in (file, file.with_name(f"{file.name}-wal"), file.parent) if one.exists()]
    if os.geteuid() == 0:
        with _immutable(made):
            yield
    elif while_open:
        pytest.skip("only root can take an open file away from who writes to it")
    else:
        with _modes_without_writing(made):
            yield


@contextmanager
def _immutable(paths: list[Path]) -> Iterator[None]:
    chattr = shutil.which("chattr")
    if chattr is None or subprocess.run([chattr, "+i", *paths], capture_output=True).returncode:
        pytest.skip("files can't be marked immutable here")
    try:
        yield
    finally:
        subprocess.run([chattr, "-i", *paths], check=True)


@contextmanager
def _modes_without_writing(paths: list[Path]) -> Iterator[None]:
    before = [(path, path.stat().st_mode) for path in paths]
    try:
        for path, mode in before:
            path.chmod(mode & ~0o222)
        yield
    finally:
        for path, mode in before:
            path.chmod(mode)
