"""Build hook: compile every .po catalogue to the .mo file that gettext reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Runs before wheels, editable ones included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write each catalogue beside its source; `artifacts` in pyproject.toml ships them."""
        for source in sorted(Path(self.root, "ijtui", "locale").rglob("*.po")):
            with source.open("rb") as stream, source.with_suffix(".mo").open("wb") as target:
                write_mo(target, read_po(stream))
