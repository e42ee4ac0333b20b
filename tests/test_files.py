"""Whole files are written aside and put in place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ijtui.files import write_aside

FULL_DISK = """
import resource, sys
from pathlib import Path
from ijtui.errors import StorageFailed
from ijtui.files import write_aside
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
try:
    write_aside(Path(sys.argv[1]), "far more than ten bytes")
except StorageFailed as error:
    sys.exit(str(error))
"""


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    done = subprocess.run([sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, f"{path} can't be written: File too large.\n")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_others_could_read_becomes_private(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    path.chmod(0o644)
    write_aside(path, "nytt, åäö")
    assert path.read_text("utf-8") == "nytt, åäö"
    assert path.stat().st_mode & 0o777 == 0o600
