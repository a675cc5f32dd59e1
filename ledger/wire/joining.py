"""Joining: one-time codes, the messages that enrol a PC or a door, and how one device vouches for another."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from ledger.domain import crockford
from ledger.domain.bounds import MOST_TEXT
from ledger.domain.names import DEVICE_BYTES
from ledger.wire.cbor import NotPlain, dump, load
from ledger.wire.keys import PUBLIC_KEY_BYTES, SIGNATURE_BYTES, is_signed, public_key, sign

CODE_LETTERS = 24
SECRET_BYTES = 10
LEDGER_BYTES = 5
MOST_ENROL_BYTES = 8_192
MOST_ISSUERS = 32

_VOUCHED = b"GHJ1"
_ASKED = b"GHE1"
_ANSWERED = b"GHA1"


class NotACode(ValueError):
    """What was typed is no code of a coordinator."""


class BadEnrolment(ValueError):
    """A message of an enrolment that cannot be read or is not signed as it must be; nothing of it is used."""


@dataclass(frozen=True, slots=True)
class Code:
    """A one-time code: 24 Crockford letters, written in fours.

    secret: 10 random bytes the ledger knows by digest. ledger: the first 5 bytes of the digest of the ledger's public
    key, so that the PC knows the right ledger when it meets it.
    """

    secret: bytes
    ledger: bytes

    @property
    def text(self) -> str:
        """As it is shown and typed: ABCD-EFGH-JKMN-PQRS-TVWX-YZ01."""
        letters = crockford.write(int.from_bytes(self.secret + self.ledger, "big"), letters=CODE_LETTERS)
        return "-".join(letters[at : at + 4] for at in range(0, CODE_LETTERS, 4))

    @classmethod
    def from_text(cls, typed: str) -> Code:
        """Read a typed or scanned code; capitals, gaps, hyphens, O for 0 and I or L for 1 do not matter.

        Raises:
            NotACode: it is none.
        """
        try:
            letters = crockford.settle(typed)
            raw = crockford.read(letters).to_bytes(SECRET_BYTES + LEDGER_BYTES, "big")
        except (crockford.NotLetters, OverflowError) as error:
            raise NotACode("not a code: it has 24 letters and numbers") from error
        if len(letters) != CODE_LETTERS:
            raise NotACode("not a code: it has 24 letters and numbers")
        return cls(raw[:SECRET_BYTES], raw[SECRET_BYTES:])

    @property
    def digest(self) -> bytes:
        """What the ledger keeps of it: 32 bytes."""
        return blake2b(b"GHC1" + self.secret, digest_size=32).digest()

    def is_of(self, ledger_public: bytes) -> bool:
        """Whether this ledger gave the code."""
        return self.ledger == ledger_mark(ledger_public)


def ledger_mark(ledger_public: bytes) -> bytes:
    """What a code carries of the ledger's public key: 5 bytes."""
    return blake2b(ledger_public, digest_size=32).digest()[:LEDGER_BYTES]


@dataclass(frozen=True, slots=True)
class Asking:
    """A device asks to be enrolled.

    founder: the centre it belongs to, 16 bytes; its own name for a centre's first PC and for a door. issuers: public
    keys that sign this PC's slips. voucher, vouched: a device of that centre and its signature (`vouch`); empty for the
    first.
    """

    code_secret: bytes
    public: bytes
    founder: bytes
    issuers: tuple[bytes, ...] = ()
    voucher: bytes = b""
    vouched: bytes = b""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The ledger's answer.

    name: of the centre or venue, as the coordinator wrote it. venue: its number, 0 for a centre. epoch: the ledger's,
    from 1. now_ms: its clock.
    """

    ledger_public: bytes
    epoch: int
    now_ms: int
    name: str
    venue: int = 0


def write_asking(asking: Asking, seed: bytes) -> bytes:
    """The signed bytes of an enrolment; seed: of the device that asks."""
    issuers: list[int | bytes | str | list[object]] = [*asking.issuers]
    body = dump([asking.code_secret, asking.public, asking.founder, issuers, asking.voucher, asking.vouched])  # type: ignore[list-item]
    return sign(seed, _ASKED + body) + body


def read_asking(raw: bytes) -> Asking:
    """Read what `write_asking` wrote, and prove that the device itself signed it.

    Raises:
        BadEnrolment: it is anything else.
    """
    signature, body = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
    try:
        value = load(body, MOST_ENROL_BYTES)
    except NotPlain as error:
        raise BadEnrolment(str(error)) from error
    match value:
        case [bytes(secret), bytes(public), bytes(founder), list(issuers), bytes(voucher), bytes(vouched)]:
            keys = tuple(key for key in issuers if isinstance(key, bytes) and len(key) == PUBLIC_KEY_BYTES)
            asking = Asking(secret, public, founder, keys, voucher, vouched)
            if (
                len(keys) == len(issuers) <= MOST_ISSUERS
                and (len(secret), len(founder)) == (SECRET_BYTES, DEVICE_BYTES)
                and (len(voucher), len(vouched)) in ((0, 0), (DEVICE_BYTES, SIGNATURE_BYTES))
                and is_signed(_ASKED + body, signature, public=public)
            ):
                return asking
    raise BadEnrolment("not an enrolment that its device signed")


def write_enrolled(enrolled: Enrolled, *, asked: bytes, seed: bytes) -> bytes:
    """The ledger's signed answer to the bytes of an `Asking`; seed: of the ledger."""
    body = dump([enrolled.ledger_public, enrolled.epoch, enrolled.now_ms, enrolled.name, enrolled.venue])
    return sign(seed, _ANSWERED + _digest(asked) + body) + body


def read_enrolled(raw: bytes, *, asked: bytes, code: Code) -> Enrolled:
    """Read the answer, and prove that it is from the ledger that gave the code, and to this very message.

    Raises:
        BadEnrolment: it is anything else.
    """
    signature, body = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
    try:
        value = load(body, MOST_ENROL_BYTES)
    except NotPlain as error:
        raise BadEnrolment(str(error)) from error
    match value:
        case [bytes(public), int(epoch), int(now_ms), str(name), int(venue)]:
            is_right = code.is_of(public) and is_signed(_ANSWERED + _digest(asked) + body, signature, public=public)
            if is_right and epoch > 0 and now_ms >= 0 and 0 <= venue < 1 << 32 and len(name) <= MOST_TEXT:
                return Enrolled(public, epoch, now_ms, name, venue)
    raise BadEnrolment("not the answer of the ledger that gave this code")


def vouch(seed: bytes, *, centre: bytes, public: bytes, is_successor: bool) -> bytes:
    """What a device of a centre signs for another one: 64 bytes; public: the other's key."""
    return sign(seed, _vouched(centre, public_key(seed), public, is_successor=is_successor))


def is_vouched(signature: bytes, *, centre: bytes, by: bytes, public: bytes, is_successor: bool) -> bool:
    """Whether a device with the public key `by` vouched for `public`."""
    return is_signed(_vouched(centre, by, public, is_successor=is_successor), signature, public=by)


def _vouched(centre: bytes, by: bytes, public: bytes, *, is_successor: bool) -> bytes:
    return _VOUCHED + centre + by + public + bytes([is_successor])


def _digest(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=32).digest()
