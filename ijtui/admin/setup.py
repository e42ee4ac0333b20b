"""Which server this is about: where its files lie, and what its account and its group are called."""

from __future__ import annotations

import os
import pwd
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ijtui.errors import BadInput, NotAllowed, NotFound, StorageFailed
from ijtui.server.places import ACCOUNT, DATA, ETC, GROUP, LIBRARY, SSHD, SUDOERS, Places
from ijtui.words import N_

_NOT_ROOT = N_("Only root can do this. Run: sudo ijtui-admin …")
_NOT_INSTALLED = N_("There is no {path} yet. Run: ijtui-admin install")
_NO_FILE = N_(
    'There is no file {file} yet. It is made with the first person: ijtui-admin person add LOGIN "FULL NAME"'
)
_UNREADABLE = N_("{file} can't be read: {reason}.")
_NOT_UNDERSTOOD = N_("{file} can't be understood. Run: ijtui-admin install --account NAME --group NAME")


@dataclass(frozen=True, slots=True)
class Setup:
    """One server.

    Attributes:
        root: what every place lies under; "/" but for a try.
        account: the service account.
        group: who may come in through sudo.
    """

    root: Path = Path("/")
    account: str = ACCOUNT
    group: str = GROUP

    def under(self, path: Path) -> Path:
        """Return where that absolute path lies."""
        return self.root / path.relative_to("/")

    @property
    def places(self) -> Places:
        """Where everything of the server lies."""
        return Places(self.under(ETC), self.under(LIBRARY), self.under(DATA))

    @property
    def home(self) -> Path:
        """The account's home: root's, and empty, so that nothing in it is ever run."""
        return self.places.library / "home"

    @property
    def names(self) -> Path:
        """The file in which account and group are remembered."""
        return self.places.etc / "install.toml"

    @property
    def sshd(self) -> Path:
        """The lines for sshd."""
        return self.under(SSHD)

    @property
    def sshd_config(self) -> Path:
        """What sshd reads first."""
        return self.under(Path("/etc/ssh/sshd_config"))

    @property
    def sudoers(self) -> Path:
        """The lines for sudo."""
        return self.under(SUDOERS)

    @property
    def sudoers_all(self) -> Path:
        """What sudo reads first."""
        return self.under(Path("/etc/sudoers"))

    def owner(self) -> pwd.struct_passwd:
        """Return the service account.

        Raises:
            NotFound: nothing is installed yet.
        """
        try:
            return pwd.getpwnam(self.account)
        except KeyError:
            raise NotFound(_NOT_INSTALLED, path=self.account) from None

    def installed(self) -> Setup:
        """Return self where there is something to look after, and root asks.

        Raises:
            NotAllowed: somebody else asks.
            NotFound: nothing is installed yet.
        """
        require_root()
        self.owner()
        for folder in (self.places.data, self.places.keys):
            if not folder.is_dir():
                raise NotFound(_NOT_INSTALLED, path=folder)
        return self

    def with_file(self) -> Setup:
        """Return self where there is a file as well; it is made with the first person.

        Raises:
            NotAllowed: somebody else than root asks.
            NotFound: nothing is installed yet, or nobody was let in yet.
        """
        if not self.installed().places.database.exists():
            raise NotFound(_NO_FILE, file=self.places.database)
        return self


def setup() -> Setup:
    """Return the server that the running command is about.

    Raises:
        BadInput: what `install` remembered is not what it wrote.
    """
    from ijtui.cli.program import given

    plain = Setup(Path(given("root") or "/").absolute())
    try:
        said = tomllib.loads(plain.names.read_text("utf-8"))
        return Setup(plain.root, str(said["account"]), str(said["group"]))
    except FileNotFoundError:
        return plain
    except OSError as error:
        raise StorageFailed(_UNREADABLE, file=plain.names, reason=error.strerror) from error
    except (ValueError, KeyError) as error:
        raise BadInput(_NOT_UNDERSTOOD, file=plain.names) from error


def require_root() -> None:
    """Refuse whoever is not root.

    Raises:
        NotAllowed: it is somebody else.
    """
    if os.geteuid() != 0:
        raise NotAllowed(_NOT_ROOT)
