"""The ledger's addresses: where an exchange, an enrolment, and the questions of its operator are answered."""

from __future__ import annotations

from typing import Any

from litestar import Litestar, Request, Response
from litestar.handlers import asgi

from ledger.server import logs
from ledger.server.service import TRY_AGAIN_S, Service


def app(service: Service) -> Litestar:
    """Every address there is, each answered by raw ASGI: replies carry no header they can do without."""
    return Litestar(
        [
            asgi("/1/x", copy_scope=False)(service.exchange),
            asgi("/1/enrol", copy_scope=False)(service.enrol),
            asgi("/health", copy_scope=False)(service.health),
            asgi("/metrics", copy_scope=False)(service.measured),
            asgi("/", is_mount=True, copy_scope=False)(service.elsewhere),
        ],
        openapi_config=None,
        logging_config=None,
        exception_handlers={Exception: _last_resort},
    )


def _last_resort(_request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, str]]:
    """What went wrong before any address was reached; the service itself lets nothing through."""
    logs.fault("a request reached no address", error)
    told = {"problem": "unexpected", "message": "The ledger could not answer this; nothing of it was kept."}
    return Response(told, status_code=503, headers={"retry-after": str(TRY_AGAIN_S)})
