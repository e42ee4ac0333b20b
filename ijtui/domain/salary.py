"""An extract for the salary review: the employee sees exactly it before it leaves (D-G8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.limits import within_limits
from ijtui.domain.salary_text import ExtractText
from ijtui.domain.signature import Method
from ijtui.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class Extract:
    """One text of an extract; whatever changes becomes the next one, which is seen again.

    Attributes:
        person: id of the employee.
        manager: id of the manager.
        author: id of who had it made.
        seen: when the employee saw exactly this text, or None.
        comment: what the employee says to it, which goes along.
        method: how the file knows who saw it; None until then.
        initials: as the employee wrote them, beside the manager.
        taken: when it first left the file, or None.
    """

    text: ExtractText
    hash: str
    person: int
    manager: int
    author: int
    made: datetime
    seen: datetime | None = None
    comment: Annotated[str, MaxLen(2000)] = ""
    method: Method | None = None
    initials: Annotated[str, MaxLen(12)] = ""
    taken: datetime | None = None
    id: int = 0

    def seen_by(self, method: Method, at: datetime, comment: str, initials: str) -> Extract:
        """Return it as seen by the employee; until it leaves, they can say something else to it.

        Raises:
            RuleBroken: it has left, initials are missing, or the comment is too long.
        """
        if self.taken is not None:
            raise RuleBroken("This extract has been handed over already. A new one can be commented on.")
        if method is Method.INITIALS and not initials:
            raise RuleBroken("Write your initials.")
        return within_limits(replace(self, seen=at, comment=comment, method=method, initials=initials))

    def checked_to_leave(self, *, same: bool) -> Extract:
        """Return self if it may be written out.

        Args:
            same: whether it still says what there is to say.

        Raises:
            RuleBroken: the employee has not seen exactly this.
        """
        if self.seen is None:
            raise RuleBroken(
                "{name} has not seen this extract yet. It waits for them, and can be written out then.",
                name=self.text.employee,
            )
        if not same:
            raise RuleBroken(
                "Something has changed since {name} saw this extract. Show it again first.",
                name=self.text.employee,
            )
        return self
