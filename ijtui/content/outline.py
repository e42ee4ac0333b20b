"""The parts of an agenda: what stands under each heading, and which station that belongs to.

A heading's station is what its author says, else what its words say, else its parent's, else
the station before it. A heading below one that has a station of its own is a section in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from itertools import zip_longest

from ijtui.content.attributes import (
    ON_HEADINGS,
    ON_QUESTIONS,
    ON_TASKS,
    attributes,
    no_attributes,
)
from ijtui.content.checks import MOST_MINUTES
from ijtui.content.entry import Entry, asked, entry, heading_text, is_group
from ijtui.content.inline import Written
from ijtui.content.markup import BOLD_HEADING, Block, Heading, Item, Paragraph, PassedOver
from ijtui.content.problems import Findings
from ijtui.content.stations import BEFORE, guessed_station
from ijtui.domain.agenda import Kind, StationKey

_GROUP = BOLD_HEADING + 1
_LONGEST_LEAD = 60
_MINUTES = re.compile(r"\s*\(?\b(\d{1,3})\s*min(?:uter|utes|\.)?\)?$", re.IGNORECASE)


class Claim(IntEnum):
    """How sure it is that a heading names its station."""

    NONE = 0
    BY_WORDS = 1
    BY_AUTHOR = 2


@dataclass(slots=True)
class Part:
    """What stands under one heading.

    Attributes:
        station: a `StationKey`, or `BEFORE` for the checklist.
        line: the heading's line, from 1.
        minutes: planned time given at the heading, 0 for none.
    """

    station: str
    title: str
    line: int
    claim: Claim = Claim.NONE
    minutes: int = 0
    intro: list[Written] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


class Outline:
    """Reads blocks one by one and gathers the parts.

    Args:
        kind: of the conversation; it decides which stations there can be.
        findings: where errors are noted.

    Attributes:
        parts: everything read so far, in order.
        passed_over: lines of what the agenda has no use for.
    """

    def __init__(self, kind: Kind, findings: Findings) -> None:
        self.parts: list[Part] = []
        self.passed_over: list[int] = []
        self._kind = kind
        self._findings = findings
        self._above: list[tuple[int, Part]] = []
        self._part: Part | None = None
        self._station: str = StationKey.YEAR_BEHIND

    def read(self, run: Sequence[Block]) -> None:
        """Take in all blocks."""
        for block, following in zip_longest(run, run[1:]):
            if isinstance(block, Heading):
                self._heading(block.level, block.words)
            elif isinstance(block, Item):
                self._item(block, _GROUP)
            elif isinstance(block, Paragraph):
                self._paragraph(block.words, isinstance(following, Item))
            elif isinstance(block, PassedOver):
                self.passed_over.append(block.line)

    def _heading(self, level: int, words: Written) -> None:
        said = attributes(words, ON_HEADINGS[self._kind], self._findings)
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        text = heading_text(words.text)
        planned = _MINUTES.search(text)
        text = text[: planned.start()].rstrip(": ") or text if planned else text
        station, claim = self._station_of(text, said.get("station"))
        minutes = int(said.get("minutes") or (planned[1] if planned else 0))
        part = Part(station, text, words.line, claim, min(minutes, MOST_MINUTES))
        self._open(level, part)

    def _station_of(self, text: str, said: str | None) -> tuple[str, Claim]:
        if said:
            return said, Claim.BY_AUTHOR
        if self._above and (parent := self._above[-1][1]).claim:
            return parent.station, Claim.NONE
        if guess := guessed_station(text, self._kind):
            return guess, Claim.BY_WORDS
        return self._station, Claim.NONE

    def _open(self, level: int, part: Part) -> Part:
        if part.station != BEFORE:
            self._station = part.station
        # A section passes its parent's claim on, so that what is below it stays in the station too.
        parent = self._above[-1][1].claim if self._above else Claim.NONE
        self._above.append((level, replace(part, claim=max(part.claim, parent))))
        self.parts.append(part)
        self._part = part
        return part

    def _current(self) -> Part:
        """The part being filled; questions above every heading get one without a title."""
        return self._part or self._open(0, Part(self._station, "", 1))

    def _item(self, item: Item, level: int) -> None:
        part = self._current()
        if part.station == BEFORE:
            self._task(item, part)
        elif is_group(item):
            self._group(item, level, part)
        else:
            self._keep(entry(item), item.words, part)

    def _group(self, item: Item, level: int, around: Part) -> None:
        """Read an item that is a heading in disguise; what follows it belongs to the part around it again."""
        above = list(self._above)
        self._heading(level, item.words)
        for inner in item.items:
            self._item(inner, level + 1)
        self._above = above
        self._part = around

    def _task(self, item: Item, part: Part) -> None:
        if is_group(item) or not item.words.text:
            for inner in item.items:
                self._task(inner, part)
        else:
            said = attributes(item.words, ON_TASKS, self._findings)
            part.entries.append(Entry(item.words.line, item.words.text, "", "", said))

    def _paragraph(self, words: Written, leads_a_list: bool) -> None:
        part = self._part
        if asked(words) and (part is None or part.station != BEFORE):
            self._questions(words)
        elif words.text.endswith(":") and len(words.text) <= _LONGEST_LEAD and leads_a_list:
            self._heading(_GROUP, words)
        else:
            no_attributes(words, self._findings)
            if part is not None and part.station != BEFORE and not part.entries:
                part.intro += [words] if words.text else []
            elif words.text:
                self.passed_over.append(words.line)

    def _questions(self, words: Written) -> None:
        first, *others = asked(words)
        self._keep(first, words, self._current())
        self._current().entries.extend(others)

    def _keep(self, made: Entry | None, words: Written, part: Part) -> None:
        said = attributes(words, ON_QUESTIONS, self._findings)
        if made is not None:
            part.entries.append(replace(made, attributes=said))
