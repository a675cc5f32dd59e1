"""An exchange carried as files: only whom it is for can read it, and anything else is told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.wire.asking import MOST_REQUEST_BYTES
from ledger.wire.carrying import NotCarried, open_reply, open_request, seal_reply, seal_request
from ledger.wire.keys import new_signing_seed, public_key

LEDGER, DEVICE, OTHER = (bytes([at]) * 32 for at in (1, 2, 3))


@given(st.binary(max_size=300))
def test_each_way_comes_back_as_it_was(raw: bytes) -> None:
    assert open_request(seal_request(raw, ledger_public=public_key(LEDGER)), ledger_seed=LEDGER) == raw
    assert open_reply(seal_reply(raw, device_public=public_key(DEVICE)), device_seed=DEVICE) == raw


def test_a_file_shows_nothing_of_what_is_in_it_and_no_two_are_alike() -> None:
    one, two = (seal_request(b"hello ledger", ledger_public=public_key(LEDGER)) for _ in range(2))
    assert b"hello" not in one
    assert one != two


def test_nobody_else_reads_it() -> None:
    file = seal_request(b"hello", ledger_public=public_key(LEDGER))
    with pytest.raises(NotCarried, match="somebody else"):
        open_request(file, ledger_seed=OTHER)


def test_the_two_ways_are_told_apart() -> None:
    with pytest.raises(NotCarried):
        open_request(seal_reply(b"hello", device_public=public_key(LEDGER)), ledger_seed=LEDGER)
    with pytest.raises(NotCarried):
        open_reply(seal_request(b"hello", ledger_public=public_key(DEVICE)), device_seed=DEVICE)


@given(st.binary(max_size=200), st.booleans())
def test_anything_else_is_no_exchange(raw: bytes, marked: bool) -> None:  # noqa: FBT001 - hypothesis hands it in
    with pytest.raises(NotCarried):
        open_request((b"GHF1" if marked else b"") + raw, ledger_seed=new_signing_seed())


def test_the_largest_request_fits_and_more_is_not_looked_at() -> None:
    largest = bytes(MOST_REQUEST_BYTES)
    assert open_request(seal_request(largest, ledger_public=public_key(LEDGER)), ledger_seed=LEDGER) == largest
    with pytest.raises(NotCarried):
        open_request(b"GHF1" + bytes(2 * MOST_REQUEST_BYTES), ledger_seed=LEDGER)
