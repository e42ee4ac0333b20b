"""What can be asked of `ijtui figure` together, and how it takes many files."""

from __future__ import annotations

from collections.abc import Mapping

import click

from ijtui.errors import BadInput
from ijtui.words import N_

_MERGE = "--merge"
_APART = {
    "merge": {"work_environment", "unit", "year", "as_objects"},
    "report": {"work_environment", "unit", "form", "as_objects"},
    "work_environment": {"as_objects"},
}
"""By option, those that say nothing beside it."""

_NEEDED = {"expect": "merge", "force": "report"}
_CALLED = {"work_environment": "work-environment", "form": "format", "as_objects": "json"}
_NOT_TOGETHER = N_("{one} and {other} can't be asked for together.")
_ONLY_WITH = N_("{one} is for use with {other}.")


class Merging(click.Group):
    """A group whose `--merge` takes every file after it, as a shell gives them for *.json."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give every file the option for itself."""
        return super().parse_args(ctx, _one_by_one(args))


def _one_by_one(args: list[str]) -> list[str]:
    found: list[str] = []
    taking = False
    for word in args:
        if word.startswith("-"):
            taking = word.partition("=")[0] == _MERGE
        elif taking and found[-1] != _MERGE:
            found.append(_MERGE)
        found.append(word)
    return found


def check_together(asked: Mapping[str, object]) -> None:
    """Refuse options that say nothing beside others, or without them.

    Args:
        asked: what was given, by the names of the options.

    Raises:
        BadInput: for the first two of them.
    """
    given = {name for name, value in asked.items() if value}
    for one, others in _APART.items():
        for other in sorted(others & given) if one in given else ():
            raise BadInput(_NOT_TOGETHER, one=_called(one), other=_called(other))
    for one, other in _NEEDED.items():
        if one in given and other not in given:
            raise BadInput(_ONLY_WITH, one=_called(one), other=_called(other))


def _called(option: str) -> str:
    return f"--{_CALLED.get(option, option)}"
