"""Which part of one version of a template is which part of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

_ALIKE = 0.8
"""From which likeness on two texts are one that was reworded (`SequenceMatcher.ratio`)."""

_MOST_PAIRS = 2_000
"""Pairs of texts that are compared letter by letter; a template where all is new needs no guess."""


def renamed(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """Return the old id of what has another one now: its text is gone there and stands here.

    Args:
        old: what it says, by id.
        new: the same of the newer version.
    """
    gone = [number for number in old if number not in new]
    come = [number for number in new if number not in old]
    found: dict[str, str] = {}
    guesses = len(gone) * len(come) <= _MOST_PAIRS
    for number in come:
        likeness = [(_likeness(old[other], new[number], guesses), other) for other in gone]
        best, other = max(likeness, default=(0.0, ""), key=lambda pair: pair[0])
        if best >= _ALIKE:
            found[number] = other
            gone.remove(other)
    return found


def _likeness(one: str, other: str, guesses: bool) -> float:
    if one.casefold().split() == other.casefold().split():
        return 1.0
    if not guesses:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    quick = min(matcher.real_quick_ratio(), matcher.quick_ratio())
    return matcher.ratio() if quick >= _ALIKE else 0.0


def moved(old: Sequence[str], new: Sequence[str], given: Mapping[str, str]) -> frozenset[str]:
    """Return the ids in the newer order that had to be taken out and put in elsewhere."""
    was = {number: given.get(number, number) for number in new}
    before = [number for number in old if number in was.values()]
    after = [number for number in new if was[number] in before]
    matcher = SequenceMatcher(None, before, [was[number] for number in after], autojunk=False)
    stayed = {
        before[at] for block in matcher.get_matching_blocks() for at in range(block.a, block.a + block.size)
    }
    return frozenset(number for number in after if was[number] not in stayed)
