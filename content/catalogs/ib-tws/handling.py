from __future__ import annotations

import asyncio
import json
import os
import time
from pathlib import Path

from ib_async import IB, Contract, Order, RequestError

HOST, PORT, CLIENT_ID = os.environ["IB_HOST"], int(os.environ["IB_PORT"]), int(os.environ["IB_CLIENT_ID"])
ANSWER, PATIENCE, PAUSE = 10, 60, 3
REFUSED = frozenset({110, 200, 201, 203, 321, 387, 434})
PLACED = frozenset({"PreSubmitted", "Submitted", "Filled"})
LOOKUP_FAILED = (RequestError, OSError, asyncio.TimeoutError)


class OrderRefused(Exception):
    pass


class OrderNotFound(Exception):
    pass


class OrderOutcomeUnknown(Exception):
    pass


class Session:
    def __init__(self, ib: IB) -> None:
        self.ib, self.linked, self.resubscribe = ib, True, False
        self.calm_until, self.errors = 0.0, dict[int, tuple[int, str]]()
        ib.RequestTimeout, ib.RaiseRequestErrors = ANSWER, True
        ib.errorEvent += self.on_error

    def on_error(self, req_id: int, code: int, text: str, contract: Contract | None = None) -> None:
        if code in (1100, 2110):
            self.linked = False
        elif code in (1101, 1102):
            self.linked, self.resubscribe = True, self.resubscribe or code == 1101
        elif code == 100:
            self.calm_until = time.time() + PAUSE
        elif code in REFUSED:
            self.errors[req_id] = (code, text)

    def ready(self) -> bool:
        return self.linked and self.ib.isConnected()

    def find(self, order_ref: str) -> set[int]:
        self.ib.sleep(max(0.0, self.calm_until - time.time()))
        if not self.ib.isConnected():
            self.linked = self.resubscribe = True
            self.ib.connect(HOST, PORT, clientId=CLIENT_ID)
        trades = [*self.ib.reqAllOpenOrders(), *self.ib.reqCompletedOrders(False)]
        seen = [*(trade.order for trade in trades), *(fill.execution for fill in self.ib.reqExecutions())]
        found = {item.permId for item in seen if item.orderRef == order_ref}
        if not found and not self.ready():
            raise ConnectionError(order_ref)
        return found

    def settle(self, order_ref: str, sent: float) -> set[int]:
        while True:
            asked = time.time()
            try:
                found = self.find(order_ref)
                if found:
                    return found
                if asked >= sent + PATIENCE:
                    raise OrderNotFound(order_ref)
            except LOOKUP_FAILED as error:
                if asked >= sent + 2 * PATIENCE:
                    raise OrderOutcomeUnknown(order_ref) from error
            self.ib.sleep(PAUSE)

    def place(self, contract: Contract, order: Order, journal: Path) -> set[int]:
        if order.orderId or not order.orderRef or not self.ready() or time.time() < self.calm_until:
            raise ValueError("orderId, orderRef, ready, calm_until")
        sent = time.time()
        with journal.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"sent": sent, "orderRef": order.orderRef}) + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            trade = self.ib.placeOrder(contract, order)
        except ConnectionError:
            return self.settle(order.orderRef, sent)
        self.errors.pop(trade.order.orderId, None)
        while self.ready() and time.time() < sent + ANSWER:
            if trade.order.orderId in self.errors:
                raise OrderRefused(*self.errors[trade.order.orderId])
            if trade.orderStatus.status in PLACED and trade.orderStatus.permId:
                return {trade.orderStatus.permId}
            self.ib.sleep(0.1)
        return self.settle(order.orderRef, sent)
