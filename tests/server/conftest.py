"""A real server for the tests that need one; each worker has its own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.patience import eventually
from tests.server.accounts import processes_of
from tests.server.host import SSHD, Host, a_host

_NEEDED = (SSHD, "ssh", "ssh-keygen", "sftp", "scp", "sudo", "visudo", "useradd")

Mark = Callable[[], Path]
"""Returns a new name in a folder that every account may write; no file has it yet."""


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
    try:
        with a_host(folder, f"{os.getpid():x}") as host:
            yield host
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def host(_host: Host) -> Iterator[Host]:
    """The server; after the test nothing of the service account runs any more."""
    yield _host
    eventually(lambda: not processes_of(_host.account), "every session to end")


@pytest.fixture
def mark(_host: Host) -> Mark:
    """A file that only somebody who got in where they must not could make."""
    return lambda: Path(tempfile.mktemp(dir=_host.marks))
