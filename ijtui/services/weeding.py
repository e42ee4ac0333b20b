"""Rules for keeping, and weeding: in one's own file, or by whoever looks after a shared one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from ijtui.content.keeping import read_rules, shipped, usual
from ijtui.data.keeping import Keeping
from ijtui.data.weeding import Weeding, clean, copies, remove_copies
from ijtui.domain.keeping import Chosen, Receipt, check_chosen, check_day
from ijtui.domain.person import Person
from ijtui.errors import StorageFailed
from ijtui.services.hold import Holding
from ijtui.words import spoken


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is left of what was removed.

    Attributes:
        whole: nothing is left in the file and its log.
        copies: that were made before and hold it still, the newest first.
        fresh: the copy that took the place of older ones, or None.
    """

    whole: bool
    copies: tuple[Path, ...] = ()
    fresh: Path | None = None


class WeedingService(Holding):
    """What can be done about how long things are kept.

    Every method is told who asks: the owner of the file, or the name of whoever looks after the server.
    """

    # Rules

    def rules(self, asker: Person | str) -> Chosen:
        """Return the rules of the file; those that ship where nobody has chosen any.

        Raises:
            NotAllowed: in a session at a shared server.
        """
        self._check(asker)
        return self._rules()

    def choose(self, asker: Person | str, text: str) -> Chosen:
        """Store rules, as they are written, with the day and who chose them.

        Raises:
            BadInput: they can't be understood.
            NotAllowed: in a session at a shared server.
        """
        name = self._check(asker)
        read_rules(text, "")
        with self._store.writing():
            number = Keeping(self._store).choose(text, name, self._clock())
            self._written(asker, "chose", f"keeping:{number}")
        return self._rules()

    def _rules(self) -> Chosen:
        row = Keeping(self._store).chosen()
        if row is None:
            return Chosen(usual(), shipped(spoken().language))
        with self._store.understood():
            at = datetime.fromisoformat(row["at"])
            return Chosen(read_rules(row["body"], ""), row["body"], at, row["author"], row["id"])

    # Weeding

    def due(self, asker: Person | str, on: date | None = None) -> Receipt:
        """Return what would be removed on a day, today if none is said; nothing is changed.

        Raises:
            NotAllowed: in a session at a shared server.
        """
        self._check(asker)
        chosen, day = self._rules(), on or self._clock().date()
        return Receipt(day, Weeding(self._store).find(chosen.rules, day), chosen=chosen.at)

    def weed(self, asker: Person | str, on: date | None = None) -> Receipt:
        """Remove what is due on a day, all of it or none, and return the receipt; nothing due leaves none.

        Raises:
            RuleBroken: nobody has chosen rules, or the day is still to come.
            NotAllowed: in a session at a shared server.
            StorageFailed: another session writes too long, or there is no room; nothing was removed.
        """
        name, day = self._check(asker), on or self._clock().date()
        check_day(day, self._clock().date(), only_looking=False)
        with self._store.writing():
            chosen = self._rules()
            check_chosen(chosen)
            weeding = Weeding(self._store)
            found = Receipt(day, weeding.find(chosen.rules, day), self._clock(), name, chosen.at)
            if not found.removed:
                return found
            weeding.remove(day)
            number = Keeping(self._store).add_receipt(chosen.id, found, found.parts)
            self._written(asker, "weeded", f"weeding:{number}")
        return replace(found, id=number)

    def clean(self, asker: Person | str, *, with_copies: bool = False) -> Cleaned:
        """Leave nothing of what was ever weeded in freed pages or the log, and find what copies hold it.

        Args:
            asker: see the class.
            with_copies: remove those copies, after a new one is made.

        Raises:
            NotAllowed: in a session at a shared server.
            StorageFailed: a copy can't be made or removed.
        """
        self._check(asker)
        rows = Keeping(self._store)
        newest = rows.newest()
        if newest is None:
            return Cleaned(whole=True)
        whole = newest.cleaned is not None or self._cleaned(rows)
        # A copy that was begun while the weeding was under way still shows the file as it was before.
        until = (rows.newest() or newest).cleaned or self._clock()
        older = copies(self._store.path, until)
        if not (with_copies and older and whole):
            return Cleaned(whole, older)
        fresh = remove_copies(self._store.path, older, self._clock())
        return Cleaned(whole, fresh=fresh)

    def _cleaned(self, rows: Keeping) -> bool:
        try:
            whole = clean(self._store)
        except StorageFailed:
            return False  # what was weeded is weeded; the rest is done the next time
        if whole:
            with self._store.writing():
                rows.set_cleaned(self._clock())
        return whole

    def receipt(self, asker: Person | str, number: int) -> Receipt:
        """Return an earlier receipt.

        Raises:
            NotAllowed: in a session at a shared server.
        """
        self._check(asker)
        return Keeping(self._store).receipt(number)
