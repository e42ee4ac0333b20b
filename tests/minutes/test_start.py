"""Minutes of ordinary notes cost no parser and no validation."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from tests.minutes.build import a_record
from ijtui.minutes import Format, render
from ijtui.minutes.files import write_new
notes = {"balans": sys.argv[1]}
print(*(len(render(a_record(notes=notes), form)) for form in Format))
print(*sys.modules)
"""


def modules_loaded_for(note: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", PROGRAM, note], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_plain_notes_need_no_parser() -> None:
    heavy = {"markdown_it", "pydantic", "sqlite3", "textual", "rich", "click"}
    assert modules_loaded_for("Bra:\n\n- *lugnare* vecka\n- [x] klart") & heavy == set()


def test_anything_else_is_parsed() -> None:
    assert "markdown_it" in modules_loaded_for("# Rubrik")
