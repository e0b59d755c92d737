from __future__ import annotations

import http.client
import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

BASE_URL = os.environ.get("ALPACA_BASE_URL", "https://paper-api.alpaca.markets")
REFUSED = frozenset({400, 401, 403, 404, 422})
MARGIN, PATIENCE, PAUSE = 60, 180, 3


class AlpacaError(Exception):
    def __init__(self, status: int, answer: Any, reset: float) -> None:
        fields = answer if isinstance(answer, dict) else {}
        self.status, self.code, self.reset = status, str(fields.get("code", "")), reset
        self.message = str(fields.get("message", ""))
        super().__init__(status, self.code, self.message)


class OrderNotFound(Exception):
    pass


class OrderOutcomeUnknown(Exception):
    pass


def send(method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    keys = {"APCA-API-KEY-ID": "APCA_API_KEY_ID", "APCA-API-SECRET-KEY": "APCA_API_SECRET_KEY"}
    headers = {name: os.environ[key] for name, key in keys.items()} | {"Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(BASE_URL + path, data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        reset = float(error.headers.get("X-RateLimit-Reset") or 0)
        raise AlpacaError(error.code, json.load(error), reset) from error


def settle(client_order_id: str, sent: float) -> dict[str, Any]:
    path = "/v2/orders:by_client_order_id?" + urllib.parse.urlencode({"client_order_id": client_order_id})
    while True:
        asked, wait = time.time(), PAUSE
        try:
            return send("GET", path)
        except AlpacaError as error:
            missing = (error.status, error.code) == (404, "40410000") and "order not found" in error.message
            if missing and asked >= sent + MARGIN:
                raise OrderNotFound(client_order_id) from error
            wait = max(PAUSE, min(error.reset - asked, 60))
        except (OSError, ValueError, http.client.HTTPException):
            pass
        if asked >= sent + PATIENCE:
            raise OrderOutcomeUnknown(client_order_id)
        time.sleep(wait)


def place_order(order: dict[str, Any]) -> dict[str, Any]:
    client_order_id, sent = order["client_order_id"], time.time()
    if not client_order_id:
        raise ValueError("client_order_id")
    try:
        placed = send("POST", "/v2/orders", order)
        if isinstance(placed, dict) and placed.get("client_order_id") == client_order_id:
            return placed
    except AlpacaError as error:
        duplicate = "client_order_id must be unique" in error.message
        if error.status in REFUSED and error.message and not duplicate:
            raise
    except (OSError, ValueError, http.client.HTTPException):
        pass
    return settle(client_order_id, sent)
