"""Whether the history is whole, for whoever looks after a file: it needs no desk and shows no history."""

from __future__ import annotations

from ijtui.data.chain import Chain, read_through

__all__ = ["Chain", "read_through"]
