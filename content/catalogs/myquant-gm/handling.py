from __future__ import annotations

import logging
import random
import time
from typing import Any, Callable, TypeVar

from gm.api import get_orders, get_position
from gm.api._errors import GmError

Result = TypeVar("Result")
Order = dict[str, Any]

RETRYABLE_READS = frozenset({1002, 1014, 1017, 1022, 1023, 1025})
REFUSED = frozenset({-1, 1000, 1020, 1021, 1027, 1028, 2001, 2002})
RECONNECTING = frozenset({"1101", "1200", "1201"})

logger = logging.getLogger("strategy")
trade_link = {"up": True}


class MyQuantError(Exception):
    def __init__(self, cause: GmError) -> None:
        super().__init__(cause.status, cause.message, cause.function)
        self.code = int(cause.status)
        self.message, _, self.detail = str(cause.message).partition("; ")
        self.function = cause.function


class NobodyAsked(Exception):
    pass


class OrderOutcomeUnknown(Exception):
    def __init__(self, reason: str, candidates: list[Order] | None) -> None:
        super().__init__(reason)
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


def orders_of(context: Any, account_id: str) -> list[Order]:
    if account_id not in context.accounts:
        raise NobodyAsked(account_id)
    read(lambda: get_position(account_id))
    orders = [order for order in read(get_orders) if order["account_id"] == account_id]
    if not trade_link["up"]:
        raise NobodyAsked(account_id)
    return orders


def place(context: Any, account_id: str, send_order: Callable[[], list[Order]]) -> Order:
    known = {order["cl_ord_id"] for order in orders_of(context, account_id)}
    try:
        placed = send_order()
        reason = "empty"
    except GmError as error:
        if int(error.status) in REFUSED:
            raise MyQuantError(error) from error
        placed, reason = [], str(error)
    if placed:
        return placed[0]
    try:
        candidates = [order for order in orders_of(context, account_id) if order["cl_ord_id"] not in known]
    except (MyQuantError, NobodyAsked):
        candidates = None
    raise OrderOutcomeUnknown(reason, candidates)


def on_trade_data_connected(context: Any) -> None:
    trade_link["up"] = True


def on_trade_data_disconnected(context: Any) -> None:
    trade_link["up"] = False


def on_error(context: Any, code: str, info: Any) -> None:
    if code in RECONNECTING:
        logger.warning("%s %s", code, info)
    else:
        logger.error("%s %s", code, info)
