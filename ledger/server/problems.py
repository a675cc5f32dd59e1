"""Known problems of the central ledger: what can go wrong for its operator, its coordinator, or a PC that asks."""

from __future__ import annotations

from typing import ClassVar


class LedgerProblem(Exception):
    """Something that happens without a fault in the program; the message says what happened and what to do.

    `code` is the JSON's `problem`, on the command line and over HTTP.
    """

    code: ClassVar[str] = "problem"


class NotFound(LedgerProblem):
    """A centre, device, venue or file that was asked for is not here."""

    code = "not_found"


class NotAllowed(LedgerProblem):
    """The rules of the ledger do not allow this; the message says which and what to do instead."""

    code = "not_allowed"


class BadInput(LedgerProblem):
    """Something typed or handed in cannot be read; the message says what it should look like."""

    code = "bad_input"


class CannotOpen(LedgerProblem):
    """The database cannot be opened: it is not there, is away, or was written by a newer version."""

    code = "cannot_open"


class CannotServe(LedgerProblem):
    """The address is taken, or the certificate cannot be used."""

    code = "cannot_serve"


class InUse(LedgerProblem):
    """A ledger is being served from this database."""

    code = "in_use"


class NotEmpty(LedgerProblem):
    """The database has records already; nothing was written over them."""

    code = "not_empty"


class BadBackup(LedgerProblem):
    """The file is no whole backup of a central ledger; nothing of it was used."""

    code = "bad_backup"
