"""What a handover opens to the one who takes over, and closes to the one who leaves (D-M5)."""

from __future__ import annotations


def closed(employee: str, moment: str) -> str:
    """Return whether the person has handed that employee over since a moment, and so left it behind.

    Args:
        employee: SQL for whose it is.
        moment: SQL for when it is from; nothing stands for what has no day yet.
    """
    return (
        "EXISTS (SELECT 1 FROM main.handover AS gone WHERE gone.leaver = {me}"
        f" AND gone.employee = {employee} AND gone.bars AND coalesce({moment}, '') < gone.day)"
    )


def taken_over(employee: str) -> str:
    """Return whether the person has what earlier managers agreed on with that employee."""
    return (
        "EXISTS (SELECT 1 FROM main.handover AS came WHERE came.successor = {me}"
        f" AND came.employee = {employee} AND came.holds)"
    )


def kept_back(employee: str, giver: str) -> str:
    """Return whether what that manager gave stays between the two, whoever leads the employee now."""
    return (
        f"EXISTS (SELECT 1 FROM main.handover AS kept WHERE kept.leaver = {giver}"
        f" AND kept.employee = {employee} AND kept.bars AND NOT kept.care)"
    )
