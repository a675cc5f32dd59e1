"""Carried exchanges: a request and its reply as files on a stick or by e-mail, sealed to whom they are for.

A file is a mark and a sealed box (X25519, from the Ed25519 key that signs): only the ledger reads a request, only the
device reads the reply. Who wrote them is proved by what is inside, which is signed.
"""

from __future__ import annotations

from nacl.exceptions import CryptoError
from nacl.public import SealedBox
from nacl.signing import SigningKey, VerifyKey

from ledger.wire.asking import MOST_REQUEST_BYTES

REQUEST_MARK = b"GHF1"
REPLY_MARK = b"GHF2"
MOST_FILE_BYTES = MOST_REQUEST_BYTES + 1024


class NotCarried(ValueError):
    """A file that is no carried exchange, or is meant for somebody else; nothing of it is used."""


def seal_request(request: bytes, *, ledger_public: bytes) -> bytes:
    """The file of a request (`asking.write_request`)."""
    return REQUEST_MARK + _seal(request, ledger_public)


def open_request(file: bytes, *, ledger_seed: bytes) -> bytes:
    """The request in a file. Raises NotCarried: it is no request to this ledger."""
    return _open(file, REQUEST_MARK, ledger_seed)


def seal_reply(reply: bytes, *, device_public: bytes) -> bytes:
    """The file of a reply (`answering.write_reply`)."""
    return REPLY_MARK + _seal(reply, device_public)


def open_reply(file: bytes, *, device_seed: bytes) -> bytes:
    """The reply in a file. Raises NotCarried: it is no reply to this device."""
    return _open(file, REPLY_MARK, device_seed)


def _seal(plain: bytes, public: bytes) -> bytes:
    return SealedBox(VerifyKey(public).to_curve25519_public_key()).encrypt(plain)


def _open(file: bytes, mark: bytes, seed: bytes) -> bytes:
    if len(file) > MOST_FILE_BYTES or not file.startswith(mark):
        raise NotCarried("not a file of an exchange that goes this way")
    key = SigningKey(seed).to_curve25519_private_key()
    try:
        return bytes(SealedBox(key).decrypt(file[len(mark) :]))
    except (CryptoError, ValueError) as error:
        raise NotCarried("meant for somebody else, or damaged on the way") from error
