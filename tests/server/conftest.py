"""A real server for the tests that need one; each worker has its own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.journeys.patience import eventually
from tests.server.accounts import processes_of, words_of
from tests.server.host import SSHD, Host, a_host

_NEEDED = (SSHD, "ssh", "ssh-keygen", "sftp", "scp", "sudo", "visudo", "useradd")

Mark = Callable[[], Path]
"""Returns a new name in a folder that every account may write; no file has it yet."""


@contextmanager
def _readable_by_all() -> Iterator[None]:
    """Let what root writes in the block be readable by other accounts, whatever is usual here."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


@pytest.fixture(scope="session")
def _host() -> Iterator[Host]:
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    why = f"there is no {', '.join(missing)}" if missing else ""
    if os.geteuid() != 0:
        why = "only root can start an sshd and make accounts"
    if why and os.environ.get("CI") == "true":
        pytest.fail(f"the doors are not tested: {why}")
    if why:
        pytest.skip(f"a real sshd is needed: {why}")
    # Not under a folder that others may write: sshd and sudo would refuse all of it, and rightly.
    folder = Path(tempfile.mkdtemp(prefix="ijtui-test-", dir="/var/lib"))
    folder.chmod(0o755)
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder)
        with _readable_by_all():
            host = stack.enter_context(a_host(folder, f"{os.getpid():x}"))
        yield host


@pytest.fixture
def host(_host: Host) -> Iterator[Host]:
    """The server; after the test nothing of the service account runs any more."""
    with _readable_by_all():
        yield _host
    left = [(number, words_of(number)) for number in processes_of(_host.account)]
    eventually(lambda: not processes_of(_host.account), f"every session to end, {left} among them")


@pytest.fixture
def mark(_host: Host) -> Mark:
    """A file that only somebody who got in where they must not could make."""
    return lambda: Path(tempfile.mktemp(dir=_host.marks))
