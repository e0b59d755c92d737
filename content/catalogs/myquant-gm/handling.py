from __future__ import annotations

import logging
import random
import time
from typing import Any, Callable, TypeVar

from gm.api import get_orders
from gm.api._errors import GmError

Result = TypeVar("Result")

RETRYABLE_READS = frozenset({1002, 1014, 1017, 1022, 1023, 1025, 3001})
OUTCOME_UNKNOWN = frozenset({1011, 1012, 1013, 1015, 1019, 1022, 1024, 1100, 1101})
RECONNECTING = frozenset({"1101", "1200", "1201"})

logger = logging.getLogger("strategy")


class MyQuantError(Exception):
    def __init__(self, cause: GmError) -> None:
        super().__init__(cause.status, cause.message, cause.function)
        self.code = int(cause.status)
        self.message, _, self.detail = str(cause.message).partition("; ")
        self.function = cause.function


class OrderOutcomeUnknown(Exception):
    def __init__(self, cause: GmError, candidates: list[dict[str, Any]] | None) -> None:
        super().__init__(cause.status, cause.message, cause.function)
        self.code = int(cause.status)
        self.candidates = candidates


def read(call: Callable[[], Result], attempts: int = 5) -> Result:
    for attempt in range(1, attempts):
        try:
            return call()
        except GmError as error:
            if int(error.status) not in RETRYABLE_READS:
                raise MyQuantError(error) from error
        time.sleep(2**attempt * random.uniform(1.0, 1.5))
    try:
        return call()
    except GmError as error:
        raise MyQuantError(error) from error


def place(send_order: Callable[[], Result]) -> Result:
    known = {order["cl_ord_id"] for order in read(get_orders)}
    try:
        return send_order()
    except GmError as error:
        if int(error.status) not in OUTCOME_UNKNOWN:
            raise MyQuantError(error) from error
        try:
            candidates = [order for order in read(get_orders) if order["cl_ord_id"] not in known]
        except MyQuantError:
            candidates = None
        raise OrderOutcomeUnknown(error, candidates) from error


def on_error(context: Any, code: str, info: Any) -> None:
    if code in RECONNECTING:
        logger.warning("%s %s", code, info)
    else:
        logger.error("%s %s", code, info)
