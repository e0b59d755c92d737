from __future__ import annotations

import http.client
import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

BASE_URL = os.environ.get("LONGBRIDGE_HTTP_URL", "https://openapi.longbridge.com")
RATE_LIMITED = frozenset({429001, 429002})
OUTCOME_UNKNOWN = RATE_LIMITED | {14, 500, 202201, 403202, 500000}
MARGIN, PATIENCE, PAUSE = 60, 300, 3


class LongbridgeError(Exception):
    code = property(lambda self: self.args[0])


class OrderNotFound(Exception):
    pass


class OrderOutcomeUnknown(Exception):
    pass


def send(method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    headers = {
        "Authorization": f"Bearer {os.environ['LONGBRIDGE_OAUTH_TOKEN']}",
        "Content-Type": "application/json; charset=utf-8",
    }
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(BASE_URL + path, data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        if error.code >= 500:
            raise
        answer = json.load(error)
    if not isinstance(answer, dict) or "code" not in answer:
        raise ValueError(path)
    if answer["code"] != 0:
        raise LongbridgeError(answer["code"], answer.get("message", ""))
    return answer.get("data")


def settle(symbol: str, remark: str, sent: float) -> str:
    path = "/v1/trade/order/today?" + urllib.parse.urlencode({"symbol": symbol})
    wait = PAUSE
    while True:
        asked = time.time()
        try:
            orders = send("GET", path)["orders"] or []
            found = [order["order_id"] for order in orders if order["remark"] == remark]
            if found:
                return found[0]
            if asked >= sent + MARGIN:
                is_us = os.environ["LONGBRIDGE_OAUTH_TOKEN"].startswith("us_")
                raise OrderOutcomeUnknown(remark) if is_us else OrderNotFound(remark)
        except (OSError, http.client.HTTPException, ValueError, TypeError, KeyError, LongbridgeError) as error:
            if asked >= sent + PATIENCE:
                raise OrderOutcomeUnknown(remark) from error
            if isinstance(error, LongbridgeError) and error.code in RATE_LIMITED:
                wait = min(wait * 2, 60)
        time.sleep(wait)


def place_order(order: dict[str, Any], own_id: str) -> str:
    order, sent = order | {"remark": own_id, "client_request_id": own_id}, time.time()
    try:
        if order_id := send("POST", "/v1/trade/order", order)["order_id"]:
            return order_id
    except LongbridgeError as error:
        if error.code not in OUTCOME_UNKNOWN:
            raise
    except (OSError, http.client.HTTPException, ValueError, TypeError, KeyError):
        pass
    return settle(order["symbol"], own_id, sent)
