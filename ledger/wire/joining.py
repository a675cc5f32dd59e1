"""Joining: one-time codes, the messages that enrol a PC or a door, and how one device vouches for another."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from ledger.domain import crockford
from ledger.domain.bounds import MOST_EPOCH, MOST_MOMENT, MOST_TEXT, MOST_VENUE
from ledger.domain.names import DEVICE_BYTES
from ledger.wire.cbor import NotPlain, Plain, dump, load
from ledger.wire.fields import NotAField, exactly, listed, number, rows, word
from ledger.wire.keys import PUBLIC_KEY_BYTES, SIGNATURE_BYTES, is_signed, public_key, sign
from ledger.wire.sealing import digest

CODE_LETTERS = 24
MOST_TYPED = 100
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
            letters = crockford.settle(typed[: MOST_TYPED + 1])
            if len(letters) != CODE_LETTERS or len(typed) > MOST_TYPED:
                raise NotACode("not a code: it has 24 letters and numbers")
            raw = crockford.read(letters).to_bytes(SECRET_BYTES + LEDGER_BYTES, "big")
        except crockford.NotLetters as error:
            raise NotACode("not a code: it has 24 letters and numbers") from error
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
    """The signed bytes of an enrolment; seed: of the device that asks.

    Raises:
        ValueError: a field is out of bounds, or the seed is another device's; it must not be sent.
    """
    body = dump(
        [asking.code_secret, asking.public, asking.founder, [*asking.issuers], asking.voucher, asking.vouched],
    )
    raw = sign(seed, _ASKED + body) + body
    if read_asking(raw) != asking:
        raise ValueError("an enrolment that reads as another")
    return raw


def read_asking(raw: bytes) -> Asking:
    """Read what `write_asking` wrote, and prove that the device itself signed it.

    Raises:
        BadEnrolment: it is anything else.
    """
    signature, body = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
    try:
        asking = _asking(load(body, MOST_ENROL_BYTES))
    except (NotPlain, NotAField) as error:
        raise BadEnrolment(str(error)) from error
    if not is_signed(_ASKED + body, signature, public=asking.public):
        raise BadEnrolment("the device that asks did not sign it")
    return asking


def write_enrolled(enrolled: Enrolled, *, asked: bytes, seed: bytes) -> bytes:
    """The ledger's signed answer to the bytes of an `Asking`; seed: of the ledger.

    Raises:
        ValueError: a field is out of bounds, or the seed is another ledger's; it must not be sent.
    """
    row: list[Plain] = [enrolled.ledger_public, enrolled.epoch, enrolled.now_ms, enrolled.name, enrolled.venue]
    if _enrolled(row) != enrolled or public_key(seed) != enrolled.ledger_public:
        raise ValueError("an answer that reads as another")
    body = dump(row)
    return sign(seed, _ANSWERED + digest(asked) + body) + body


def read_enrolled(raw: bytes, *, asked: bytes, code: Code) -> Enrolled:
    """Read the answer, and prove that it is from the ledger that gave the code, and to this very message.

    Raises:
        BadEnrolment: it is anything else.
    """
    signature, body = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
    try:
        enrolled = _enrolled(load(body, MOST_ENROL_BYTES))
    except (NotPlain, NotAField) as error:
        raise BadEnrolment(str(error)) from error
    signed = _ANSWERED + digest(asked) + body
    if not code.is_of(enrolled.ledger_public) or not is_signed(signed, signature, public=enrolled.ledger_public):
        raise BadEnrolment("not the answer of the ledger that gave this code")
    return enrolled


def _asking(value: Plain) -> Asking:
    (row,) = rows([value], 6)
    secret, public, founder, issuers, voucher, vouched = row
    keys = tuple(exactly(key, PUBLIC_KEY_BYTES) for key in listed(issuers, MOST_ISSUERS))
    asking = Asking(
        exactly(secret, SECRET_BYTES),
        exactly(public, PUBLIC_KEY_BYTES),
        exactly(founder, DEVICE_BYTES),
        keys,
        exactly(voucher, DEVICE_BYTES, or_none=True),
        exactly(vouched, SIGNATURE_BYTES, or_none=True),
    )
    if bool(asking.voucher) != bool(asking.vouched):
        raise NotAField("a voucher signs, and who signs is named")
    return asking


def _enrolled(value: Plain) -> Enrolled:
    (row,) = rows([value], 5)
    public, epoch, now_ms, name, venue = row
    return Enrolled(
        exactly(public, PUBLIC_KEY_BYTES),
        number(epoch, MOST_EPOCH, least=1),
        number(now_ms, MOST_MOMENT),
        word(name, MOST_TEXT),
        number(venue, MOST_VENUE),
    )


def vouch(seed: bytes, *, centre: bytes, public: bytes, is_successor: bool) -> bytes:
    """What a device of a centre signs for another one: 64 bytes; public: the other's key."""
    return sign(seed, _vouched(centre, public_key(seed), public, is_successor=is_successor))


def is_vouched(signature: bytes, *, centre: bytes, by: bytes, public: bytes, is_successor: bool) -> bool:
    """Whether a device with the public key `by` vouched for `public`."""
    return is_signed(_vouched(centre, by, public, is_successor=is_successor), signature, public=by)


def _vouched(centre: bytes, by: bytes, public: bytes, *, is_successor: bool) -> bytes:
    return _VOUCHED + centre + by + public + bytes([is_successor])
