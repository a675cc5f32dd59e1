"""The address a person types."""

import pytest

from desktop.problems import BadInput
from desktop.sync.address import address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://ledger.example.org", "https://ledger.example.org"),
        (" ledger.example.org ", "https://ledger.example.org"),
        ("https://ledger.example.org:8443/time/", "https://ledger.example.org:8443/time"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost:8080/", "http://localhost:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_what_is_an_address(typed: str, kept: str) -> None:
    assert address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "https://",
        "http://ledger.example.org",
        "http://192.168.1.5:8080",
        "ftp://ledger.example.org",
        "https://jo:secret@ledger.example.org",
        "https://ledger.example.org?x=1",
        "https://ledger.example.org:port",
        "https://ledger.example.org:99999",
        "https://led ger.example.org",
        "https://[::1",
        "file:///home",
    ],
)
def test_what_is_none_is_told(typed: str) -> None:
    with pytest.raises(BadInput):
        address(typed)
