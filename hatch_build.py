"""Build hook: compile every .po catalogue to the .mo file that gettext reads."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogue(source: Path) -> None:
    """Write the .mo file beside a .po file; the same source always gives the same bytes."""
    with source.open("rb") as stream:
        catalogue = read_po(stream, abort_invalid=True)
    catalogue.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    with source.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalogue)


class CompileCatalogues(BuildHookInterface[Any]):
    """Runs before wheels, editable ones included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write each catalogue beside its source; `artifacts` in pyproject.toml ships them."""
        for source in sorted(Path(self.root, "ijtui", "locale").rglob("*.po")):
            compile_catalogue(source)
