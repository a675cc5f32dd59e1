"""The log: one JSON object a line, on standard error. Never a body, a code, or a name that somebody gave."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from typing import Any, Final

from ledger.server.clock import now_ms, written

LOG: Final = logging.getLogger("goodhour.ledger")


class OneLine(logging.Formatter):
    """A record as one line of JSON, an error with its whole trace in it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        values: dict[str, Any] = {"time": written(now_ms()), "level": record.levelname.lower()}
        said = getattr(record, "said", None)
        values |= said if isinstance(said, dict) else {"message": record.getMessage()}
        if record.exc_info:
            values["trace"] = "".join(traceback.format_exception(*record.exc_info))
        return json.dumps(values)


def begin() -> None:
    """Send everything there is to say to standard error, the web server's words too."""
    out = logging.StreamHandler(sys.stderr)
    out.setFormatter(OneLine())
    logging.captureWarnings(capture=True)
    for name in ("goodhour.ledger", "uvicorn", "litestar", "asyncio", "sqlalchemy", "py.warnings"):
        logger = logging.getLogger(name)
        logger.handlers = [out]
        logger.propagate = False
        logger.setLevel(logging.WARNING)  # where it listens is said once, as the command's answer
    LOG.setLevel(logging.INFO)


def say(**values: Any) -> None:
    """One line about something that went as it should."""
    LOG.info("", extra={"said": values})


def fault(message: str, error: BaseException) -> None:
    """One line about a fault of the program, with all that helps to mend it."""
    LOG.error("", extra={"said": {"message": message}}, exc_info=error)
