"""Formats cannot drift: what was written once is read for ever, and written the same.

The frozen file was made by `python -m tests.frozen.freeze` and is never made again for an old format: a change that
breaks these tests breaks somebody's paper slips, their disk or their recovery sheet.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ledger.domain.feed import Entry, first_head
from ledger.domain.names import FactId
from ledger.wire.answering import read_receipt, read_reply
from ledger.wire.asking import read_request
from ledger.wire.batch import Place, check, cut, open_facts, read
from ledger.wire.code import code_of, number_of
from ledger.wire.codec import decode, encode
from ledger.wire.joining import Code, is_vouched, read_asking, read_enrolled
from ledger.wire.keys import issuer_of
from ledger.wire.notices import entries, read_notice
from ledger.wire.sealing import digest, unseal
from ledger.wire.token import encode_slip, read_token
from ledger.wire.words import secret_of, sheet_text, unwrap, unwrap_with_passphrase, words_of
from tests.frozen import examples as example
from tests.frozen import messages
from tests.ledger import strategies

FROZEN, LATER, NETWORK, WEEK = (
    json.loads(Path(__file__).with_name(f"formats-{number}.json").read_text()) for number in (1, 2, 3, 4)
)
SHEETS = json.loads(Path(__file__).with_name("formats-sheets.json").read_text())
HANDING = json.loads(Path(__file__).with_name("formats-handing.json").read_text())
PICTURES = json.loads(Path(__file__).with_name("formats-pictures.json").read_text())
ACCESS = json.loads(Path(__file__).with_name("formats-access.json").read_text())
CARDS = json.loads(Path(__file__).with_name("formats-cards.json").read_text())
KNOWING = json.loads(Path(__file__).with_name("formats-knowing.json").read_text())
ANSWERS = json.loads(Path(__file__).with_name("formats-answers.json").read_text())
SAYING = json.loads(Path(__file__).with_name("formats-saying.json").read_text())
FACTS_ON_DISK = {
    **FROZEN["facts"],
    **LATER["facts"],
    **NETWORK["facts"],
    **WEEK["facts"],
    **ACCESS["facts"],
    **PICTURES["facts"],
    **SHEETS["facts"],
    **HANDING["facts"],
    **KNOWING["facts"],
    **CARDS["facts"],
    **SAYING["facts"],
    **ANSWERS["facts"],
}
ENTRIES = (
    *example.ENTRIES,
    *example.LATER_ENTRIES,
    *example.NETWORK_ENTRIES,
    *example.WEEK_ENTRIES,
    *example.ACCESS_ENTRIES,
    *example.PICTURE_ENTRIES,
    *example.SHEET_ENTRIES,
    *example.HANDING_ENTRIES,
    *example.KNOWING_ENTRIES,
    *example.CARD_ENTRIES,
    *example.SAYING_ENTRIES,
    *example.ANSWER_ENTRIES,
)
WHOSE = {"centre": example.CENTRE, "device": example.DEVICE}
START = Place(example.CENTRE, example.DEVICE, 1, first_head(example.DEVICE))


def test_every_kind_of_fact_is_frozen() -> None:
    assert {type(entry.fact) for entry in ENTRIES} == set(strategies.KINDS)
    assert set(FACTS_ON_DISK) == {kind.__name__ for kind in strategies.KINDS}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: type(entry.fact).__name__)
def test_a_fact_on_disk(entry: Entry) -> None:
    raw = bytes.fromhex(FACTS_ON_DISK[type(entry.fact).__name__])

    assert encode(entry).hex() == raw.hex()
    assert decode(entry.name, raw) == entry


def test_names_of_devices_issuers_and_facts() -> None:
    assert FROZEN["device"] == example.DEVICE.hex()
    assert FROZEN["issuer"] == issuer_of(example.PUBLIC).hex()
    assert FactId.from_text(FROZEN["name"]) == example.ELSEWHERE
    assert example.ELSEWHERE.text == FROZEN["name"]


def test_a_slip_on_paper() -> None:
    assert encode_slip(example.SLIP, example.SEED) == FROZEN["token"]
    assert read_token(FROZEN["token"]).slip == example.SLIP
    assert read_token(FROZEN["token"]).is_signed_by(example.PUBLIC)
    assert code_of(example.NUMBER) == FROZEN["code"]
    assert number_of(FROZEN["code"]) == example.NUMBER


def test_a_recovery_sheet_on_paper() -> None:
    assert " ".join(words_of(example.SECRET)) == FROZEN["words"]
    assert sheet_text(example.SECRET) == FROZEN["sheet"]
    assert secret_of(FROZEN["words"]) == secret_of(FROZEN["sheet"]) == example.SECRET


def test_wrapped_keys_and_sealed_blobs_on_disk() -> None:
    assert unwrap(bytes.fromhex(FROZEN["wrapped_by_sheet"]), example.SECRET) == example.CENTRE_KEY
    assert unwrap_with_passphrase(bytes.fromhex(FROZEN["wrapped_by_passphrase"]), "five words") == example.CENTRE_KEY
    assert unseal(example.CENTRE_KEY, bytes.fromhex(FROZEN["sealed"])) == b"Ann"
    assert digest(bytes.fromhex(FROZEN["sealed"])).hex() == FROZEN["sealed_digest"]


def test_a_batch_on_the_wire() -> None:
    batch = read(bytes.fromhex(FROZEN["batch"]))
    part = check(batch, place=START, public=example.PUBLIC)

    assert open_facts(batch, centre_key=example.CENTRE_KEY) == list(example.ENTRIES)
    assert {str(int(cls)): minutes for cls, minutes in part.sums.items()} == FROZEN["batch_sums"]
    assert [fact.seq for fact in part.facts] == FROZEN["batch_open_facts"]


def test_a_batch_cut_today_leads_to_the_same_head() -> None:
    facts = [encode(entry) for entry in example.ENTRIES]
    batch = cut(facts, place=START, centre_key=example.CENTRE_KEY, seed=example.SEED)

    assert batch.header.head.hex() == FROZEN["head"]
    assert bytes(batch.header)[:80].hex() == FROZEN["batch"][:160]


def frozen(name: str) -> bytes:
    return bytes.fromhex(NETWORK[name])


def test_a_batch_of_one_fact_on_the_wire() -> None:
    batch = read(frozen("small_batch"))

    assert open_facts(batch, centre_key=example.CENTRE_KEY) == [example.ENTRIES[0]]
    assert check(batch, place=START, public=example.PUBLIC).facts == ()


def test_a_notice_of_the_ledger() -> None:
    notice, facts = read_notice(frozen("notice"), ledger_public=example.LEDGER)

    assert tuple(entry.fact for entry in entries(facts)) == example.BY_THE_LEDGER
    assert {entry.name.device for entry in entries(facts)} == {messages.FEED} == {frozen("ledger_feed")}
    assert notice.header == messages.notice().header


def test_an_enrolment() -> None:
    assert messages.CODE.text == NETWORK["code"]
    assert Code.from_text(NETWORK["code"]) == messages.CODE
    assert messages.CODE.digest == frozen("code_digest")
    assert messages.asked() == frozen("asking")
    assert read_asking(frozen("asking")) == messages.ASKING
    assert messages.enrolled() == frozen("enrolled")
    assert read_enrolled(frozen("enrolled"), asked=frozen("asking"), code=messages.CODE) == messages.ENROLLED
    assert frozen("vouched") == messages.VOUCHED
    assert is_vouched(
        frozen("vouched"),
        centre=example.CENTRE,
        by=example.PUBLIC,
        public=messages.OTHER_PUBLIC,
        is_successor=True,
    )


def test_a_request_and_its_reply() -> None:
    batch, notice, request, reply = read(frozen("small_batch")), frozen("notice"), frozen("request"), frozen("reply")
    answer, receipt = read_reply(reply, asked=request, **WHOSE, ledger_public=example.LEDGER)

    assert messages.request_bytes(batch, notice) == request
    assert read_request(request).request == messages.request(batch, notice)
    assert read_request(request).is_signed_by(example.PUBLIC)
    assert messages.reply_bytes(batch, notice, request) == reply
    assert answer == messages.reply(batch, notice)
    assert bytes(receipt) == frozen("receipt")
    assert read_receipt(frozen("receipt"), **WHOSE, ledger_public=example.LEDGER) == answer.positions
