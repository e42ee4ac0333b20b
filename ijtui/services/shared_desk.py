"""What there is beside one's own file: more than one who comes in, and what only then can happen."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from ijtui.clock import Clock
from ijtui.data.handover_due import is_any_due
from ijtui.data.store import Store
from ijtui.errors import StorageFailed
from ijtui.services.base import NewId
from ijtui.services.organisation_desk import OrganisationDesk

if TYPE_CHECKING:
    from ijtui.domain.account import Door
    from ijtui.services.look import LookService
    from ijtui.services.mine import MineService
    from ijtui.services.passing_on import PassingOnService
    from ijtui.services.presence import PresenceService
    from ijtui.services.pulse import PulseService
    from ijtui.services.signing import SigningService


class SharedDesk(OrganisationDesk):
    """The services that know how somebody came in, and the wall around what is not theirs.

    Args:
        store: the open file.
        clock: what time it is, for the services and for screens that show it.
        new_id: random ids.
        door: how somebody came in to a shared file; None for one's own.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId, door: Door | None = None) -> None:
        super().__init__(store, clock, new_id, door)
        self._let_handovers_take_place()
        if door is not None:
            self._put_up_the_wall(door)

    def _let_handovers_take_place(self) -> None:
        """Hand over what is due, before the wall that goes by it; a file that can't be written waits."""
        if self.store.read_only or not is_any_due(self.store, self.clock().date()):
            return
        from ijtui.services.handover_moving import carry_out

        with suppress(StorageFailed):
            carry_out(*self._parts)

    def _put_up_the_wall(self, door: Door) -> None:
        """Let this session reach only what is its person's; whoever has no account reaches nothing."""
        from ijtui.data.account import Accounts

        account = Accounts(self.store).of_login(door.login, self.clock().date())
        if account is None:
            self.store.guard(0)
        else:
            self.store.guard(account.person, hr=account.office == "hr")

    @cached_property
    def looks(self) -> LookService:
        """Who opened a conversation or took a copy of it."""
        from ijtui.services.look import LookService

        return LookService(*self._parts, self.door)

    @cached_property
    def mine(self) -> MineService:
        """Everything about the one who asks, or by them."""
        from ijtui.services.mine import MineService

        return MineService(*self._parts, self.door)

    @cached_property
    def signing(self) -> SigningService:
        """Both sign the plan."""
        from ijtui.services.signing import SigningService

        return SigningService(*self._parts, self.door)

    @cached_property
    def presence(self) -> PresenceService:
        """Who is where in a conversation, and who holds the pen."""
        from ijtui.services.presence import PresenceService

        return PresenceService(*self._parts)

    @cached_property
    def pulses(self) -> PulseService:
        """Whether what one sees has changed."""
        from ijtui.services.pulse import PulseService

        return PulseService(*self._parts)

    @cached_property
    def passing_on(self) -> PassingOnService:
        """Who else may read what both signed."""
        from ijtui.services.passing_on import PassingOnService

        return PassingOnService(*self._parts)
