"""One line of JSON per event, never with the words of a message."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from pathlib import PurePath
from traceback import extract_tb
from types import TracebackType

LOGGER = logging.getLogger("leerwijzer.page")

FIELDS = ("method", "path", "status", "milliseconds", "event", "outcome", "language", "characters", "error")
"""All that a line may hold beside its time, level and name. A query string or a message is not among them."""


class OneLineJson(logging.Formatter):
    """Format a record as one line of ASCII JSON: every control character is escaped."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; an exception adds its class only, since its message may quote the person."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {"time": moment, "level": record.levelname, "name": record.name}
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if not record.name.startswith("leerwijzer"):
            line["event"] = "library"
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["where"] = _place_of(record.exc_info[2])
        return json.dumps(line, ensure_ascii=True, default=str).replace("\x7f", "\\u007f")


def _place_of(traceback: TracebackType | None) -> str:
    """Return module file and line of the innermost frame, enough to find the fault without its words."""
    frames = extract_tb(traceback)
    return f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


def log_to(handler: logging.Handler) -> None:
    """Send the lines of the page and of the web server to `handler`, and nothing to anywhere else."""
    handler.setFormatter(OneLineJson())
    for name in ("leerwijzer", "uvicorn", "uvicorn.error", "asyncio", "mcp"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
    logging.getLogger("leerwijzer").setLevel(logging.INFO)
    logging.getLogger("mcp").setLevel(logging.WARNING)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
