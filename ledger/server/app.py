"""The ledger's addresses: where an exchange, an enrolment, and the questions of its operator are answered."""

from __future__ import annotations

from typing import Any, Final

from litestar import Litestar, Request, Response
from litestar.exceptions import HTTPException
from litestar.handlers import asgi

from ledger.server import logs
from ledger.server.service import TRY_AGAIN_S, Service

FAULTS: Final = 500
"""From here up HTTP says that the server is at fault."""


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
        exception_handlers={Exception: _before_any_address},
    )


def _before_any_address(_request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, str]]:
    """What went wrong before an address was reached, such as a Host that is none; the service lets nothing through."""
    if isinstance(error, HTTPException) and error.status_code < FAULTS:
        logs.say(path="other", status=error.status_code)
        told = {"problem": "bad_request", "message": "This is no request that can be answered."}
        return Response(told, status_code=error.status_code)
    logs.fault("a request reached no address", error)
    told = {"problem": "unexpected", "message": "The ledger could not answer this; nothing of it was kept."}
    return Response(told, status_code=503, headers={"retry-after": str(TRY_AGAIN_S)})
