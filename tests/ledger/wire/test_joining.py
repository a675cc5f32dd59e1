"""Joining: a code knows its ledger, an enrolment its device, and who vouches for whom cannot be forged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.bounds import MOST_EPOCH, MOST_MOMENT, MOST_TEXT
from ledger.domain.names import device_name
from ledger.wire.joining import (
    MOST_ISSUERS,
    Asking,
    BadEnrolment,
    Code,
    Enrolled,
    NotACode,
    is_vouched,
    ledger_mark,
    read_asking,
    read_enrolled,
    vouch,
    write_asking,
    write_enrolled,
)
from ledger.wire.keys import public_key, sign
from tests.ledger import messages, strategies
from tests.ledger.flips import all_flips
from tests.ledger.messages import CENTRE, DEVICE, LEDGER, LEDGER_SEED, PUBLIC, SEED

CODE = Code(b"ten secret", ledger_mark(LEDGER))
FIRST = Asking(CODE.secret, PUBLIC, DEVICE, (b"k" * 32,))
SECOND = Asking(CODE.secret, PUBLIC, CENTRE, voucher=b"the first device", vouched=bytes(64))
ASKED = write_asking(FIRST, SEED)
ENROLLED = Enrolled(LEDGER, 1, 1_795_515_600_000, "Tŷ Haul")
ANSWER = write_enrolled(ENROLLED, asked=ASKED, seed=LEDGER_SEED)
OTHER_SEED = b"the seed of quite another ledger"

codes = st.builds(Code, messages.of_size(10), messages.of_size(5))


def is_asking(raw: bytes) -> bool:
    try:
        read_asking(raw)
    except BadEnrolment:
        return False
    return True


def is_answer(raw: bytes, asked: bytes = ASKED, code: Code = CODE) -> bool:
    try:
        read_enrolled(raw, asked=asked, code=code)
    except BadEnrolment:
        return False
    return True


class TestACode:
    @given(codes)
    def test_is_read_as_it_was_shown(self, code: Code) -> None:
        assert Code.from_text(code.text) == code
        assert [len(part) for part in code.text.split("-")] == [4] * 6

    @given(codes)
    def test_may_be_typed_in_any_way(self, code: Code) -> None:
        typed = code.text.replace("-", " ").lower().replace("0", "o").replace("1", "l")

        assert Code.from_text(f"  {typed}\n") == code

    @pytest.mark.parametrize(
        "typed",
        ["", "ABCD", CODE.text[:-1], CODE.text + "0", "U" * 24, "\u0410" * 24, "1" * 10_000, "é" * 24, "\0" * 24],
    )
    def test_is_whole_or_none(self, typed: str) -> None:
        with pytest.raises(NotACode, match="24 letters"):
            Code.from_text(typed)

    def test_knows_its_ledger(self) -> None:
        assert CODE.is_of(LEDGER)
        assert not CODE.is_of(public_key(OTHER_SEED))

    def test_is_kept_as_a_digest_that_does_not_tell_it(self) -> None:
        assert len(CODE.digest) == 32
        assert CODE.digest != replace(CODE, secret=b"ten Secret").digest
        assert CODE.digest == replace(CODE, ledger=bytes(5)).digest


class TestAnEnrolment:
    @given(
        messages.of_size(10),
        messages.devices,
        st.lists(messages.of_size(32), max_size=4).map(tuple),
        st.just((b"", b"")) | st.tuples(messages.of_size(16), messages.of_size(64)),
    )
    def test_is_read_as_it_was_written(
        self, secret: bytes, founder: bytes, issuers: tuple[bytes, ...], voucher: tuple[bytes, bytes]
    ) -> None:
        asking = Asking(secret, PUBLIC, founder, issuers, *voucher)

        assert read_asking(write_asking(asking, SEED)) == asking

    def test_is_signed_by_the_device_that_asks(self) -> None:
        with pytest.raises(ValueError, match="did not sign"):
            write_asking(FIRST, OTHER_SEED)
        body = ASKED[64:]
        assert not is_asking(sign(OTHER_SEED, b"GHE1" + body) + body)
        assert not is_asking(sign(SEED, b"GHX1" + body) + body)

    def test_is_refused_with_a_changed_bit_cut_short_or_followed_by_anything(self) -> None:
        assert is_asking(ASKED)
        assert not any(is_asking(changed) for changed in all_flips(ASKED))
        assert not any(is_asking(ASKED[:end]) for end in range(len(ASKED)))
        assert not is_asking(ASKED + b"\0")

    @given(st.binary(max_size=200))
    def test_is_not_made_of_chance_bytes(self, raw: bytes) -> None:
        assert not is_asking(raw)

    @given(messages.scraps(), st.integers(0, 5))
    def test_is_refused_or_as_agreed_whatever_is_signed(self, scrap: Any, at: int) -> None:
        fields: list[Any] = [CODE.secret, PUBLIC, DEVICE, [], b"", b""]
        fields[at] = scrap
        for body in (cbor2.dumps(fields), cbor2.dumps(scrap), cbor2.dumps(fields[:at])):
            raw = sign(SEED, b"GHE1" + body) + body
            if is_asking(raw):
                assert write_asking(read_asking(raw), SEED) == raw

    @pytest.mark.parametrize(
        "changes",
        [
            {"code_secret": b"short"},
            {"issuers": [b"k" * 32]},
            {"founder": b"short"},
            {"issuers": (b"k" * 31,)},
            {"issuers": (b"k" * 32,) * (MOST_ISSUERS + 1)},
            {"voucher": b"v" * 16},
            {"vouched": b"v" * 64},
            {"voucher": b"v" * 15, "vouched": b"v" * 64},
        ],
    )
    def test_that_could_not_be_read_is_never_written(self, changes: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match=r"."):
            write_asking(replace(FIRST, **changes), SEED)


class TestTheAnswer:
    @given(
        messages.epochs,
        st.integers(0, MOST_MOMENT),
        strategies.texts(),
        st.integers(0, 2**32 - 1),
    )
    def test_is_read_as_it_was_written(self, epoch: int, now_ms: int, name: str, venue: int) -> None:
        enrolled = Enrolled(LEDGER, epoch, now_ms, name, venue)
        raw = write_enrolled(enrolled, asked=ASKED, seed=LEDGER_SEED)

        assert read_enrolled(raw, asked=ASKED, code=CODE) == enrolled

    def test_is_only_to_this_very_message(self) -> None:
        assert is_answer(ANSWER)
        assert not is_answer(ANSWER, asked=write_asking(SECOND, SEED))

    def test_is_only_of_the_ledger_that_gave_the_code(self) -> None:
        other = Enrolled(public_key(OTHER_SEED), 1, 5, "Tŷ Haul")

        assert not is_answer(write_enrolled(other, asked=ASKED, seed=OTHER_SEED))
        assert not is_answer(ANSWER, code=replace(CODE, ledger=bytes(5)))
        with pytest.raises(ValueError, match="reads as another"):
            write_enrolled(ENROLLED, asked=ASKED, seed=OTHER_SEED)

    def test_is_refused_with_a_changed_bit_cut_short_or_followed_by_anything(self) -> None:
        assert not any(is_answer(changed) for changed in all_flips(ANSWER))
        assert not any(is_answer(ANSWER[:end]) for end in range(len(ANSWER)))
        assert not is_answer(ANSWER + b"\0")

    @given(st.binary(max_size=200))
    def test_is_not_made_of_chance_bytes(self, raw: bytes) -> None:
        assert not is_answer(raw)

    @pytest.mark.parametrize(
        "changes",
        [
            {"epoch": 0},
            {"epoch": MOST_EPOCH + 1},
            {"now_ms": -1},
            {"venue": -1},
            {"venue": 2**32},
            {"name": "x" * (MOST_TEXT + 1)},
            {"name": "e\u0301"},
            {"ledger_public": b"short"},
        ],
    )
    def test_that_could_not_be_read_is_never_written(self, changes: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match=r"."):
            write_enrolled(replace(ENROLLED, **changes), asked=ASKED, seed=LEDGER_SEED)


class TestVouching:
    def vouched(self, signature: bytes, **changes: Any) -> bool:
        agreed = {"centre": CENTRE, "by": PUBLIC, "public": LEDGER, "is_successor": True}
        return is_vouched(signature, **{**agreed, **changes})

    def test_names_the_centre_both_devices_and_what_for(self) -> None:
        signature = vouch(SEED, centre=CENTRE, public=LEDGER, is_successor=True)

        assert self.vouched(signature)
        assert not self.vouched(signature, centre=b"another centre  ")
        assert not self.vouched(signature, by=public_key(OTHER_SEED))
        assert not self.vouched(signature, public=public_key(OTHER_SEED))
        assert not self.vouched(signature, is_successor=False)
        assert not any(self.vouched(changed) for changed in all_flips(signature))
        assert not self.vouched(b"")

    def test_a_device_is_named_by_its_key(self) -> None:
        assert device_name(PUBLIC) == DEVICE
