"""Addresses: what is fetched, what is refused, and that nothing lasts or grows without end."""

import gzip
import socket
import time
from typing import Any

import pytest

from capture.server import endless, page, redirect, serve, silent
from riwaya.capture import CaptureOptions, capture_url, fetch
from riwaya.capture.addresses import is_public
from riwaya.capture.fetch import normalise
from riwaya.errors import FetchError

TEXT = "قالت مصادر محلية إن الطريق المؤدي إلى السوق أغلق.\n"
BODY = TEXT.encode()
HERE = CaptureOptions(allow_private_addresses=True, timeout=5, max_bytes=100_000)


def test_a_page_of_text_is_a_report() -> None:
    with serve({"/a%20b?q=1": page(BODY)}) as at:
        captured = capture_url(f"{at}/a b?q=1#part", options=HERE)

    assert captured.text == TEXT
    assert captured.uri == f"{at}/a%20b?q=1"
    assert captured.outlet == "127.0.0.1"


def test_gzip_is_undone_and_the_id_is_that_of_the_page() -> None:
    with serve({"/": page(gzip.compress(BODY), Content_Encoding="gzip"), "/plain": page(BODY)}) as at:
        packed, plain = (capture_url(f"{at}{path}", options=HERE) for path in ("/", "/plain"))

    assert packed.text == TEXT
    assert packed.id == plain.id


def test_redirects_are_followed_and_the_last_address_is_kept() -> None:
    with serve({"/a": redirect("b", 301), "/b": redirect("/c", 307), "/c": page(BODY)}) as at:
        assert fetch(f"{at}/a", HERE).uri == f"{at}/c"


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/missing", "404"),
        ("/loop", "redirects more than 5 times"),
        ("/file", "'file' addresses"),
        ("/image", "image/png"),
        ("/brotli", "packed as br"),
        ("/broken", "packed wrongly"),
        ("/short", "broke off"),
        ("/large", "larger than 100000 bytes"),
        ("/endless", "larger than 100000 bytes"),
        ("/bomb", "larger than 100000 bytes"),
        ("/password", "password"),
        ("/nowhere", "not a valid address"),
    ],
)
def test_what_cannot_be_a_report_is_refused(path: str, problem: str) -> None:
    packed = gzip.compress(BODY)
    answers = {
        "/loop": redirect("/loop"),
        "/file": redirect("file:///etc/hostname"),
        "/image": page(b"\x89PNG", "image/png"),
        "/brotli": page(BODY, Content_Encoding="br"),
        "/broken": page(BODY, Content_Encoding="gzip"),
        "/short": page(packed[:-10], Content_Encoding="gzip"),
        "/large": page(b"x" * 100_001),
        "/endless": endless(b"x" * 10_000, 0),
        "/bomb": page(gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip"),
        "/password": redirect("http://user:word@127.0.0.1/"),
        "/nowhere": redirect("http://[::1/"),
    }
    with serve(answers) as at, pytest.raises(FetchError, match=problem) as raised:
        fetch(at + path, HERE)
    assert raised.value.source == at + path


@pytest.mark.parametrize("path", ["/drip", "/silent"])
def test_a_slow_server_costs_no_more_than_the_limit(path: str) -> None:
    options = CaptureOptions(allow_private_addresses=True, timeout=0.5)
    begun = time.monotonic()
    with serve({"/drip": endless(b"x", 0.05), "/silent": silent}) as at:
        with pytest.raises(FetchError, match=r"0\.5 seconds"):
            fetch(at + path, options)
        assert time.monotonic() - begun < 2


def test_a_private_address_is_refused_unless_allowed() -> None:
    with serve({"/": page(BODY)}) as at:
        for url in (at, at.replace("127.0.0.1", "localhost"), at.replace("127.0.0.1", "2130706433")):
            with pytest.raises(FetchError, match="--allow-private-addresses"):
                fetch(url, CaptureOptions(timeout=5))


def answer_with(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let the resolver give `answers`, one a question; returns the list of names asked for."""
    asked: list[str] = []
    left = list(answers)

    real = socket.getaddrinfo

    def resolver(host: str, port: int, *rest: Any, **kinds: Any) -> list[Any]:
        if host[0].isdigit():
            return real(host, port, *rest, **kinds)
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in left.pop(0)]

    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    return asked


def test_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, ["93.184.215.14", "10.0.0.1"])

    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        fetch("http://news.example/", CaptureOptions(timeout=5))


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve({"/": page(BODY)}) as at:
        port = at.rpartition(":")[2]
        asked = answer_with(monkeypatch, ["127.0.0.1"])
        fetch(f"http://news.example:{port}/", HERE)

    assert asked == ["news.example"]


def test_redirects_are_checked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first name is taken for public and leads to the second, which is not."""
    monkeypatch.setattr("riwaya.capture.addresses.is_public", lambda address: address == "127.0.0.1")
    with serve({"/": redirect("http://inside.example/")}) as at:
        port = at.rpartition(":")[2]
        asked = answer_with(monkeypatch, ["127.0.0.1"], ["192.168.1.1"])
        with pytest.raises(FetchError, match=r"192\.168\.1\.1"):
            fetch(f"http://news.example:{port}/", CaptureOptions(timeout=5))

    assert asked == ["news.example", "inside.example"]


def test_a_name_that_does_not_resolve_is_an_error_of_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any, **_kinds: Any) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)

    with pytest.raises(FetchError, match="cannot be resolved"):
        fetch("https://news.invalid/", CaptureOptions(timeout=5))


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with serve({"/": page(BODY)}) as at:
        assert fetch(at, HERE).data == BODY


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("64:ff9b::5db8:d70e", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - it is refused here
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("192.0.2.1", False),
        ("::", False),
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("::7f00:1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::a9fe:a9fe", False),
        ("64:ff9b:1::a00:1", False),
        ("2001:db8::1", False),
        ("localhost", False),
    ],
)
def test_addresses_are_told_apart(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "http:///x", "http://a b/", "http://a:99999/", "http://\x00/"]
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        normalise(url, url)


def test_arabic_addresses_are_written_in_ascii() -> None:
    assert normalise("http://موقع.example/خبر عاجل?س=1#x", "") == (
        "http://xn--4gbrim.example/%D8%AE%D8%A8%D8%B1%20%D8%B9%D8%A7%D8%AC%D9%84?%D8%B3=1"
    )
