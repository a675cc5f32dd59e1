"""Refuses what would be written outside a transaction, and so be committed on its own."""

from __future__ import annotations

from typing import Any

_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "ALTER", "DROP")


class OutsideTransaction(RuntimeError):
    """Something was to be written outside `transaction`: a bug, for it would be committed on its own."""


def refuse_stray_write(connection: Any, sql: str) -> None:
    """Let a statement pass that only reads, or that is inside a transaction. Raises OutsideTransaction."""
    if not connection.in_transaction and sql.lstrip()[:7].upper().startswith(_WRITES):
        raise OutsideTransaction(sql)


def refuse_outside(connection: Any, what: str) -> None:
    """Let nothing pass that is outside a transaction. Raises OutsideTransaction."""
    if not connection.in_transaction:
        raise OutsideTransaction(what)
