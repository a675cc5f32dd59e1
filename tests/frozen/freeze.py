"""Writes a file of formats, once for each, by hand: `python -m tests.frozen.freeze formats-N.json`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from ledger.domain.feed import Entry, first_head
from ledger.wire.answering import read_reply
from ledger.wire.batch import Place, check, cut
from ledger.wire.code import code_of
from ledger.wire.codec import encode
from ledger.wire.sealing import digest, seal
from ledger.wire.token import encode_slip
from ledger.wire.words import sheet_text, words_of, wrap, wrap_with_passphrase
from tests.frozen import examples as example
from tests.frozen import messages


def formats() -> dict[str, object]:
    """All formats of the beginning, as JSON takes them."""
    facts = [encode(entry) for entry in example.ENTRIES]
    place = Place(example.CENTRE, example.DEVICE, 1, first_head(example.DEVICE))
    batch = cut(facts, place=place, centre_key=example.CENTRE_KEY, seed=example.SEED)
    part = check(batch, place=place, public=example.PUBLIC)
    sealed = seal(example.CENTRE_KEY, b"Ann")
    return {
        "facts": _facts(example.ENTRIES),
        "device": example.DEVICE.hex(),
        "issuer": example.ISSUER.hex(),
        "name": example.ELSEWHERE.text,
        "token": encode_slip(example.SLIP, example.SEED),
        "code": code_of(example.NUMBER),
        "words": " ".join(words_of(example.SECRET)),
        "sheet": sheet_text(example.SECRET),
        "wrapped_by_sheet": wrap(example.CENTRE_KEY, example.SECRET).hex(),
        "wrapped_by_passphrase": wrap_with_passphrase(example.CENTRE_KEY, "five words").hex(),
        "sealed": sealed.hex(),
        "sealed_digest": digest(sealed).hex(),
        "batch": bytes(batch).hex(),
        "batch_sums": {int(cls): minutes for cls, minutes in part.sums.items()},
        "batch_open_facts": [fact.seq for fact in part.facts],
        "head": batch.header.head.hex(),
    }


def later_facts() -> dict[str, object]:
    """The kinds of facts that came later."""
    return {"facts": _facts(example.LATER_ENTRIES)}


def network_formats() -> dict[str, object]:
    """What came with the network: facts, a batch of one fact, a notice, and the messages of an exchange."""
    facts = [encode(example.ENTRIES[0])]
    small = cut(facts, place=messages.SMALL_START, centre_key=example.CENTRE_KEY, seed=example.SEED)
    notice = bytes(messages.notice())
    request = messages.request_bytes(small, notice)
    reply = messages.reply_bytes(small, notice, request)
    whose = {"centre": example.CENTRE, "device": example.DEVICE}
    _, receipt = read_reply(reply, asked=request, **whose, ledger_public=example.LEDGER)
    return {
        "facts": _facts(example.NETWORK_ENTRIES),
        "small_batch": bytes(small).hex(),
        "ledger_feed": messages.FEED.hex(),
        "notice": notice.hex(),
        "code": messages.CODE.text,
        "code_digest": messages.CODE.digest.hex(),
        "vouched": messages.VOUCHED.hex(),
        "asking": messages.asked().hex(),
        "enrolled": messages.enrolled().hex(),
        "request": request.hex(),
        "reply": reply.hex(),
        "receipt": bytes(receipt).hex(),
    }


def week_facts() -> dict[str, object]:
    """The kinds of facts that came with the week."""
    return {"facts": _facts(example.WEEK_ENTRIES)}


def access_facts() -> dict[str, object]:
    """The kind of fact that came with how people like things."""
    return {"facts": _facts(example.ACCESS_ENTRIES)}


def sheet_facts() -> dict[str, object]:
    """The kinds of facts that came with sheets of slips."""
    return {"facts": _facts(example.SHEET_ENTRIES)}


def handing_facts() -> dict[str, object]:
    """The kinds of facts that came with checking slips at a centre."""
    return {"facts": _facts(example.HANDING_ENTRIES)}


def picture_facts() -> dict[str, object]:
    """The kinds of fact that came with packs of pictures."""
    return {"facts": _facts(example.PICTURE_ENTRIES)}


def knowing_facts() -> dict[str, object]:
    """The kind of fact that came with secret pictures."""
    return {"facts": _facts(example.KNOWING_ENTRIES)}


def card_facts() -> dict[str, object]:
    """The kind of fact that came with cards."""
    return {"facts": _facts(example.CARD_ENTRIES)}


def saying_facts() -> dict[str, object]:
    """The kind of fact that came with having one's say."""
    return {"facts": _facts(example.SAYING_ENTRIES)}


def answer_facts() -> dict[str, object]:
    """The kind of fact that came with telling members what was done."""
    return {"facts": _facts(example.ANSWER_ENTRIES)}


def _facts(entries: Iterable[Entry]) -> dict[str, str]:
    return {type(entry.fact).__name__: encode(entry).hex() for entry in entries}


FILES: dict[str, Callable[[], dict[str, object]]] = {
    "formats-1.json": formats,
    "formats-2.json": later_facts,
    "formats-3.json": network_formats,
    "formats-4.json": week_facts,
    "formats-access.json": access_facts,
    "formats-pictures.json": picture_facts,
    "formats-sheets.json": sheet_facts,
    "formats-handing.json": handing_facts,
    "formats-knowing.json": knowing_facts,
    "formats-cards.json": card_facts,
    "formats-saying.json": saying_facts,
    "formats-answers.json": answer_facts,
}

if __name__ == "__main__":
    path = Path(__file__).with_name(sys.argv[1])
    made = FILES[path.name]()
    with path.open("x") as file:  # "x": a frozen file is never written again
        file.write(json.dumps(made, indent=1) + "\n")
