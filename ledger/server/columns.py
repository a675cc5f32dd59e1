"""Columns as the ledger's tables have them: bytes, whole numbers of 64 bits, texts, yes or no."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, MetaData, Text

metadata = MetaData()
"""All tables of the central ledger: `tables` has them."""


def a_bytes(name: str, *, is_optional: bool = False) -> Column[bytes]:
    """Bytes; optional ones may be None."""
    return Column(name, LargeBinary, nullable=is_optional)


def a_number(name: str, *, is_optional: bool = False) -> Column[int]:
    """A whole number of 64 bits; optional ones may be None."""
    return Column(name, BigInteger, nullable=is_optional, autoincrement=False)


def a_zero(name: str) -> Column[int]:
    """A whole number that starts at 0."""
    return Column(name, BigInteger, nullable=False, autoincrement=False, default=0)


def a_text(name: str) -> Column[str]:
    """A text."""
    return Column(name, Text, nullable=False)


def a_yes(name: str) -> Column[bool]:
    """Yes or no."""
    return Column(name, Boolean(create_constraint=False), nullable=False)


def a_small(name: str) -> Column[int]:
    """A whole number of 32 bits: a kind of something."""
    return Column(name, Integer, nullable=False, autoincrement=False)
