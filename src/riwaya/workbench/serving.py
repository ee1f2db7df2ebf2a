"""The workbench at work: in one process, or in several that answer at one address."""

from __future__ import annotations

import logging
import os
import signal
import socket
from contextlib import closing
from functools import partial
from multiprocessing import parent_process
from threading import Thread
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from riwaya.archive import Archive
from riwaya.workbench.app import create_app
from riwaya.workbench.settings import Settings
from riwaya.workbench.shared import Shared, Whereabouts, keeping, shared_at
from riwaya.workbench.warming import warm

#: Seconds that a change waits while somebody else writes: who sits at a page is told, and tries again.
PATIENCE = 10.0
#: Seconds without a sign of life after which a process is replaced: a busy one may be slow to give one.
_SILENCE = 60


def serve(
    archive: Archive,
    settings: Settings,
    listener: socket.socket,
    *,
    proxy: str | None = None,
    processes: int = 1,
) -> None:
    """Answer at `listener` until somebody interrupts. `proxy` is believed about who asks, and how."""
    shared = Shared()
    with closing(shared.sheets):
        if processes == 1:
            application = _application(archive, settings, shared)
            uvicorn.Server(_config(application, proxy)).run(sockets=[listener])
            return
        with keeping(shared) as place:
            make = partial(_another, archive.address, settings, place)
            config = _config(
                make, proxy, factory=True, workers=processes, timeout_worker_healthcheck=_SILENCE
            )
            Multiprocess(config, sockets=[listener]).run()


def _application(archive: Archive, settings: Settings, shared: Shared) -> FastAPI:
    warm(archive)
    # What goes wrong inside is told to whoever runs the workbench, and to nobody else.
    logging.getLogger("riwaya.workbench").addHandler(logging.StreamHandler())
    return create_app(archive, settings, shared)


def _another(address: str, settings: Settings, place: Whereabouts) -> FastAPI:
    """The application of a process that is one of several."""
    Thread(target=_end_with_parent, daemon=True, name="riwaya-parent").start()
    archive = Archive(address, create=False, patience=PATIENCE)
    return _application(archive, settings, shared_at(place))


def _end_with_parent() -> None:
    # Whoever kills the first process means all: the others would hold the port.
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


def _config(application: Any, proxy: str | None, **more: Any) -> uvicorn.Config:
    return uvicorn.Config(
        application, log_level="warning", ws="none", server_header=False, date_header=False,
        # Whoever asks could write into these headers what they like, unless a proxy is known to write them.
        proxy_headers=proxy is not None, forwarded_allow_ips=proxy or "", **more,
    )  # fmt: skip
