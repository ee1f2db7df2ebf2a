"""Which addresses may be connected to, and a network backend that connects to no other.

A name is resolved once; every address of the answer is checked; the connection goes to one of exactly
these addresses. So neither a redirect nor a second answer of the name server leads inside.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
import time
from collections.abc import Iterable
from ssl import SSLContext
from typing import Any

import httpcore

from riwaya.i18n import gettext as _

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: IPv6 networks whose last 32 bits are an IPv4 address: NAT64 (RFC 6052, RFC 8215) and IPv4-compatible.
_EMBEDDING = tuple(ipaddress.IPv6Network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "::/96"))


class AddressRefusedError(Exception):
    """A name led to an address that is not public."""


class DeadlineError(Exception):
    """The time for the whole address is used up."""


def is_public(address: str) -> bool:
    """Whether `address` is one of the public Internet, as are all IPv4 addresses that it embeds."""
    try:
        ip = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    return all(_is_global(each) for each in (ip, *_embedded(ip)))


def _is_global(ip: _Address) -> bool:
    refused = ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local or ip.is_unspecified
    if isinstance(ip, ipaddress.IPv6Address):
        refused = refused or ip.is_site_local
        # These stand for the IPv4 address inside them, which is checked in their place.
        if any(ip in network for network in _EMBEDDING) or ip.ipv4_mapped:
            return not ip.is_loopback and not ip.is_unspecified
    return ip.is_global and not refused


def _embedded(ip: _Address) -> Iterable[_Address]:
    """The IPv4 addresses that an IPv6 address stands for: mapped, 6to4, Teredo, NAT64, compatible."""
    if isinstance(ip, ipaddress.IPv4Address):
        return
    if ip.ipv4_mapped:
        yield ip.ipv4_mapped
    if ip.sixtofour:
        yield ip.sixtofour
    if ip.teredo:
        yield from ip.teredo
    if any(ip in network for network in _EMBEDDING):
        yield ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)


class Deadline:
    """A point in time by which everything must be done."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left. Raises DeadlineError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise DeadlineError
        return left


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only, and lets nothing last longer than the deadline."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline is the time-out
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that answers, after all of them were checked."""
        addresses = resolve(host, port, self._deadline)
        refused = next((a for a in addresses if not is_public(a)), None)
        if refused is not None and not self._allow_private:
            raise AddressRefusedError(
                _("{host} has the address {address}").format(host=host, address=refused)
            )
        failure: Exception = httpcore.ConnectError(_("the name has no address"))
        for address in addresses:
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self._deadline.left(), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return _TimedStream(stream, self._deadline)
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - never connected
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Refuse: no URL leads to a socket of this machine."""
        raise AddressRefusedError(path)


class _TimedStream(httpcore.NetworkStream):
    """A connection on which no single wait outlasts the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def resolve(host: str, port: int, deadline: Deadline) -> tuple[str, ...]:
    """All addresses of `host`, in the resolver's order. Raises httpcore.ConnectError or DeadlineError."""
    answer: queue.Queue[list[str] | OSError | UnicodeError] = queue.Queue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put([str(entry[4][0]) for entry in found])
        except (OSError, UnicodeError) as error:
            answer.put(error)

    # The system's resolver knows no time-out; a thread that it holds up is left behind.
    threading.Thread(target=ask, daemon=True).start()
    try:
        result = answer.get(timeout=deadline.left())
    except queue.Empty:
        raise DeadlineError from None
    if isinstance(result, OSError | UnicodeError):
        raise httpcore.ConnectError(_("the name cannot be resolved")) from result
    return tuple(dict.fromkeys(result))
