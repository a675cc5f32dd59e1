"""What can go wrong between this PC and the central ledger, each said to staff with what to do next.

Whatever it is, nothing is lost: what was not sent stays to send, and the next exchange does it again.
"""

from __future__ import annotations

from typing import ClassVar

from desktop.problems import KnownProblem


class NetworkProblem(KnownProblem):
    """A known problem of the exchange; `what_to_do` is its message unless the raiser knows more."""

    code = "network"
    picture = "gh:hourglass"
    easy_words = "problem.no_network"
    what_to_do: ClassVar[str] = "The network was not reached. Everything is safe here and is sent later."

    def __init__(self, message: str = "") -> None:
        super().__init__(message or self.what_to_do)


class NoConnection(NetworkProblem):
    """Nothing answers at the ledger's address."""

    code = "no_connection"
    what_to_do = (
        "There is no connection to the network. Everything is safe here and is sent by itself once the internet "
        "is back. If other pages open on this PC, the address may be wrong: ask the coordinator."
    )
    when_joining: ClassVar[str] = (
        "Nothing answers at this address. Look whether the internet is on. If web pages open on this PC, the address "
        "may be wrong: check it, or ask the coordinator. Then try again."
    )


class SlowLine(NoConnection):
    """The ledger was reached, and the line gave up half-way."""

    code = "cut_off"
    what_to_do = "The line was cut off half-way. Nothing is lost; the rest is sent by itself, in smaller parts."
    when_joining = "The line was cut off half-way. Nothing is lost: try again with the same code."


class WrongCertificate(NetworkProblem):
    """The other side cannot prove that it is the ledger's address."""

    code = "wrong_certificate"
    picture = "gh:staff-lock"
    what_to_do = (
        "The address answers, but cannot prove that it is the network's, so nothing was sent. Check the date "
        "and time of this PC; if they are right, tell whoever looks after the internet here."
    )


class NotOurLedger(NetworkProblem):
    """Somebody else answered: the reply is not signed by our ledger."""

    code = "not_our_ledger"
    picture = "gh:staff-lock"
    what_to_do = (
        "Something between this PC and the network answered in its place: nothing of the answer was used. "
        "Ask whoever looks after the internet here to let Goodhour through unchanged."
    )


class SignInPage(NotOurLedger):
    """A web page came back: the network here wants somebody to sign in first."""

    code = "sign_in_page"
    what_to_do = (
        "The internet here shows a page of its own before it lets anybody out. Open a web browser on this PC and "
        "sign in there; Goodhour then sends by itself."
    )


class TooMuchAtOnce(NetworkProblem):
    """The other side takes less in one request; smaller ones follow."""

    code = "too_much_at_once"
    what_to_do = "The internet here lets less through at once than was sent. It is tried again in smaller parts."


class TryLater(NetworkProblem):
    """The ledger is busy, or being looked after. after_s: when it asked to be tried again, 0 where it did not say."""

    code = "try_later"
    what_to_do = "The network is busy or being looked after. It is tried again by itself."

    def __init__(self, message: str = "", *, after_s: float = 0) -> None:
        super().__init__(message)
        self.after_s = after_s


class LedgerTrouble(NetworkProblem):
    """The ledger has a fault of its own, or does not understand what was sent."""

    code = "ledger_trouble"
    what_to_do = (
        "The network has a fault of its own and kept nothing of this. Everything is safe here and is sent "
        "again later. If it lasts a day, tell the coordinator."
    )


class NotEnrolled(NetworkProblem):
    """This centre has not joined a network."""

    code = "not_enrolled"
    what_to_do = "This centre has not joined a network yet. It takes a code from the coordinator."


class NoStore(NetworkProblem):
    """No centre is open here."""

    code = "no_store"
    what_to_do = "There is no centre open on this PC, so there is nothing to send."


class Turned(NetworkProblem):
    """The ledger knows this PC no longer; staff of the network have to act."""

    code = "turned_away"
    picture = "gh:staff-lock"


class Revoked(Turned):
    """The coordinator took this PC off the network."""

    code = "revoked"
    what_to_do = (
        "The coordinator has taken this PC off the network. Everything recorded is safe here, and nothing more is "
        "sent. Speak to the coordinator."
    )


class UnknownHere(Turned):
    """The ledger has never heard of this PC: it may have been brought back from before it joined."""

    code = "unknown_device"
    what_to_do = (
        "The network does not know this PC any more. Everything recorded is safe here. Ask the coordinator for "
        "a new code and join again with it."
    )


class LedgerBehind(NetworkProblem):
    """The ledger does not believe its own receipt, or went back without saying so."""

    code = "ledger_behind"
    what_to_do = (
        "The network seems to have lost what it held before. Everything is safe here and is kept. Tell the "
        "coordinator, who can put it right."
    )


class NotTaken(NetworkProblem):
    """The ledger refused something that was sent; it stays here, and is tried again."""

    code = "not_taken"
    what_to_do = "The network did not take what was sent. It stays here, and is tried again. Tell the coordinator."


class NoEnd(NetworkProblem):
    """The ledger and this PC go on asking each other, and nothing comes of it: a fault of the program."""

    code = "no_end"
    what_to_do = (
        "This PC and the network go on talking and come to no end. Everything is safe here and is tried again "
        "later. If it stays, tell the coordinator."
    )


class BadCode(NetworkProblem):
    """The code is none, is used up or over, or is meant for something else."""

    code = "bad_code"
    picture = "gh:key-pad"
    what_to_do = "This code does not let this PC in. Check each letter, or ask the coordinator for a new one."


class UsedCode(BadCode):
    """Another PC has used the code."""

    code = "used_code"
    what_to_do = "Another PC has used this code already. Ask the coordinator for a new one."


class ExpiredCode(BadCode):
    """The code is too old."""

    code = "expired_code"
    what_to_do = "This code is too old. Ask the coordinator for a new one."


class NotForThisPC(BadCode):
    """The code is meant for something else than this PC."""

    code = "not_for_this_pc"
    what_to_do = (
        "This code is not for this PC: a centre's PC and a venue's door each need a code of their own, and each PC "
        "joins once. Ask the coordinator."
    )


class NotAnAnswer(NetworkProblem):
    """The file is no answer of our ledger to what this PC wrote."""

    code = "not_an_answer"
    picture = "gh:not-a-slip"
    what_to_do = (
        "This file is no answer of the network to this PC, or it was damaged on the way. "
        "Write a new file and carry that one."
    )
