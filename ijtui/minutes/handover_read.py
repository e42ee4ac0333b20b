"""Reading what goes on to a successor: as it was written, or one sentence with what is wrong."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from ijtui.clean import clean
from ijtui.domain.handover_package import FORMAT, Package, Receipt
from ijtui.errors import BadInput
from ijtui.words import N_

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_NOT_OURS = N_("This is no handover that ijtui has written, or it was changed on the way ({where}).")
_NEWER = N_("This handover was written by a newer ijtui. Upgrade ijtui to read it.")
_TWICE = N_("This handover names “{uid}” twice, so it was not written by ijtui.")

Shape = TypeVar("Shape")


def read_package(data: bytes | str, source: str = "") -> Package:
    """Return the package that stands in a document, with clean words.

    Args:
        data: the document.
        source: the file it came from, for the error.

    Raises:
        BadInput: it is none, it was changed, or a newer ijtui wrote it.
    """
    package: Package = _cleaned(_validated(_packages(), data, source))
    if package.format > FORMAT:
        raise BadInput(_NEWER, source)
    for things in (package.goals, package.actions, package.pages):
        seen: set[str] = set()
        for thing in things:
            if thing.uid in seen:
                raise BadInput(_TWICE, source, uid=thing.uid[:60])
            seen.add(thing.uid)
    return package


def read_receipt(data: str, hash_: str) -> Receipt:
    """Return a receipt as it is stored.

    Raises:
        BadInput: it is none.
    """
    receipt: Receipt = _validated(_receipts(), data, "")
    return replace(receipt, hash=hash_)


def _validated(adapter: TypeAdapter[Any], data: bytes | str, source: str) -> Any:
    from pydantic import ValidationError

    try:
        return adapter.validate_json(data)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"]) or "JSON"
        raise BadInput(_NOT_OURS, source, where=clean(where)[:60]) from error


@cache
def _packages() -> TypeAdapter[Package]:
    from pydantic import TypeAdapter

    return TypeAdapter(Package)


@cache
def _receipts() -> TypeAdapter[Receipt]:
    from pydantic import TypeAdapter

    return TypeAdapter(Receipt)


def _cleaned(value: Any) -> Any:
    """Return it with every text in it clean; terminals obey what others send."""
    if type(value) is str:
        return clean(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(inner) for key, inner in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        changed = {part.name: _cleaned(getattr(value, part.name)) for part in fields(value)}
        return replace(value, **changed)
    return value
