"""Being the service account for a while: whatever touches the data does so with its rights and as its owner.

SQLite leaves a log and an index beside a file; made by root, no session could write them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from ijtui.admin.setup import Setup


@contextmanager
def as_account(setup: Setup) -> Iterator[None]:
    """Give up root's rights for the block, and the groups with them.

    Import what the block needs before it: the account may not be able to read where Python lies.

    Raises:
        NotFound: there is no such account.
    """
    account, groups, mask = setup.owner(), os.getgroups(), os.umask(0o077)
    os.setgroups([])
    os.setegid(account.pw_gid)
    os.seteuid(account.pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)
        os.umask(mask)
