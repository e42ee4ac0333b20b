"""A person who holds, or takes part in, conversations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken

Name = Annotated[str, MaxLen(120)]


class Part(StrEnum):
    """What the owner of the file is in the conversations: chosen at first run."""

    MANAGER = "manager"
    EMPLOYEE = "employee"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name; everything else may be empty.

    Attributes:
        id: 0 until stored.
        role: the person's own role at work in free words ("developer").
        manager: id of the nearest manager, or None.
        login: account name on a shared server, or "".
        number: employee number, by which a list of people finds somebody, or "".
        until: the last day of somebody who leaves or has left, or None.
    """

    name: Name
    role: Name = ""
    unit: Name = ""
    manager: int | None = None
    login: Name = ""
    id: int = 0
    version: int = 0
    number: Name = ""
    until: date | None = None

    def checked(self) -> Person:
        """Return self if it can be stored.

        Raises:
            RuleBroken: no name, something too long, or the person is set as their own manager.
        """
        if not self.name.strip():
            raise RuleBroken("A person needs a name.")
        if self.id and self.manager == self.id:
            raise RuleBroken("{name} can't be their own manager.", name=self.name)
        return within_limits(self)

    def has_left(self, day: date) -> bool:
        """Whether the person's last day was before that one; all that they wrote and agreed stays."""
        return self.until is not None and self.until < day

    @property
    def first_name(self) -> str:
        """The first word of the name, for narrow columns."""
        return self.name.split(" ", 1)[0]
