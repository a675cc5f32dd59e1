"""The same exchange as files: on a stick or by e-mail, sealed to the ledger's key, and its answer carried back."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop.problems import BadInput, NotFound
from desktop.store.files import disk_in_plain_words, write_whole
from desktop.store.membership import Membership, PutBy
from desktop.store.sqlcipher import in_transaction
from desktop.store.store import Store
from desktop.sync.incoming import apply
from desktop.sync.outgoing import prepare
from desktop.sync.problems import NetworkProblem, NotAnAnswer, NotEnrolled
from desktop.sync.step import Step
from ledger.wire.answering import BadReply, read_reply
from ledger.wire.asking import read_request
from ledger.wire.carrying import MOST_FILE_BYTES, NotCarried, open_reply, seal_request

_OK: Final = 200


def write_file(store: Store, file: Path) -> int:
    """Write what there is to send into one file for the ledger; how many bytes it has.

    What is in it stays to send until the answer is read in, or the line has sent it: both may go at once.

    Raises:
        NotEnrolled: this PC has joined no network. NotFound, ReadOnlyFolder, DiskFull: no file was written.
    """
    if not file.parent.is_dir():
        raise NotFound(f"There is no folder {file.parent}. Is the stick in?")
    with in_transaction(store.db):
        asked = prepare(store)
        ledger = Membership(store).ledger
        if ledger is None:
            raise NotEnrolled
        PutBy(store).keep_carried(read_request(asked).request.counter, asked)
        sealed = seal_request(asked, ledger_public=ledger.public)
        with disk_in_plain_words(file.parent):
            write_whole(file, sealed)
    return len(sealed)


def read_file(store: Store, file: Path) -> Step:
    """Take in the answer to a file that this PC wrote.

    Raises:
        NotAnAnswer: it is none, or of another file than the last four, or taken in already. NotFound, BadInput: no such
            file. NotEnrolled: this PC has joined no network. DiskFull, …: nothing was changed.
    """
    answered, asked = _opened(store, _bytes_of(file))
    step = apply(store, asked, _OK, answered)
    problem: NetworkProblem | None = step.problem
    if problem is not None:
        raise problem
    return step


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {file}.") from error
    except OSError as error:
        raise BadInput(f"{file} cannot be read: {error.strerror}.") from error


def _opened(store: Store, sealed: bytes) -> tuple[bytes, bytes]:
    """The answer in a file, and the request it answers."""
    membership = Membership(store)
    ledger = membership.ledger
    if ledger is None:
        raise NotEnrolled
    seeds = [store.secret("device_seed"), membership.kept("old_device_seed")]
    for seed in filter(None, seeds):
        try:
            answered = open_reply(sealed, device_seed=seed)
        except NotCarried:
            continue
        for asked in PutBy(store).carried():
            device = read_request(asked).request.device
            try:
                read_reply(answered, asked=asked, centre=ledger.centre, device=device, ledger_public=ledger.public)
            except BadReply:
                continue
            return answered, asked
    raise NotAnAnswer
