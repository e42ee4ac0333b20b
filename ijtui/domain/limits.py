"""How long a text may be: said once, in the annotations of the dataclasses, and checked from there."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeVar, get_type_hints

from annotated_types import MaxLen

from ijtui.errors import RuleBroken

Thing = TypeVar("Thing")


def within_limits(thing: Thing) -> Thing:
    """Return a dataclass whose texts are no longer than their `MaxLen`.

    Raises:
        RuleBroken: one is; nothing is ever cut.
    """
    kind: Any = type(thing)
    for name, longest in _limits(kind).items():
        length = len(getattr(thing, name))
        if length > longest:
            raise RuleBroken(
                "There is room for {longest} characters here, and you wrote {length}. Shorten it.",
                longest=longest,
                length=length,
            )
    return thing


@lru_cache
def _limits(kind: type[Any]) -> dict[str, int]:
    """Return the longest length by field name."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        name: limit.max_length
        for name, hint in hints.items()
        for limit in getattr(hint, "__metadata__", ())
        if isinstance(limit, MaxLen)
    }
