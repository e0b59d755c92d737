from __future__ import annotations

import hashlib
import hmac
import json
import os
import time
from pathlib import Path
from typing import Any, Mapping, NamedTuple
from urllib.parse import quote

import requests

BASE_URL = "https://api.mexc.com"
RECV_WINDOW, MARGIN, PATIENCE, PAUSE = 10, 60, 120, 3
OUTCOME_UNKNOWN = frozenset("500 501 510 513 603 604 801 2037 2042 2054 2056 3016 6008 6022 9999".split())
PLACED = frozenset(("2042", "6008"))


class Keys(NamedTuple):
    access_key: str
    secret_key: str


class MexcError(Exception):
    code = property(lambda self: self.args[0])


class OrderNotFound(Exception):
    pass


class OrderOutcomeUnknown(Exception):
    pass


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def send(keys: Keys, method: str, path: str, fields: Mapping[str, Any], request_time: int) -> Any:
    present = {name: value for name, value in sorted(fields.items()) if value is not None}
    texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in present.items()}
    query = "&".join(f"{name}={quote(text, safe='')}" for name, text in texts.items())
    body = json.dumps(present, allow_nan=False) if method == "POST" else None
    payload = query if body is None else body
    signed = f"{keys.access_key}{request_time}{payload}".encode()
    headers = {
        "ApiKey": keys.access_key,
        "Request-Time": str(request_time),
        "Recv-Window": str(RECV_WINDOW),
        "Signature": hmac.new(keys.secret_key.encode(), signed, hashlib.sha256).hexdigest(),
        "Content-Type": "application/json",
    }
    url = BASE_URL + path + (f"?{query}" if query and body is None else "")
    response = requests.request(method, url, data=body, headers=headers, timeout=10, allow_redirects=False)
    answer = response.json()
    if response.status_code == 429 or response.status_code >= 500 or not isinstance(answer, dict):
        raise requests.HTTPError(response.status_code, path)
    code = str(answer.get("code") or 0)
    if response.status_code == 200 and answer.get("success") is True and code == "0":
        return answer.get("data")
    if code == "0":
        raise requests.HTTPError(response.status_code, path)
    raise MexcError(code, str(answer.get("message", "")))


def order_id(data: Any) -> str:
    if not isinstance(data, dict) or not data.get("orderId"):
        raise requests.exceptions.InvalidJSONError("orderId")
    return str(data["orderId"])


def settle(keys: Keys, symbol: str, external_oid: str, request_time: int) -> str:
    path = f"/api/v1/private/order/external/{quote(symbol, safe='')}/{quote(external_oid, safe='')}"
    final = request_time + (RECV_WINDOW + MARGIN) * 1000
    while True:
        asked = now_ms()
        try:
            data = send(keys, "GET", path, {}, asked)
            if data is not None:
                return order_id(data)
            if asked >= final:
                raise OrderNotFound(external_oid)
        except (MexcError, requests.RequestException) as error:
            if asked >= final + PATIENCE * 1000:
                raise OrderOutcomeUnknown(external_oid) from error
        time.sleep(PAUSE)


def place_order(keys: Keys, order: Mapping[str, Any], journal: Path) -> str:
    symbol, external_oid = order["symbol"], order["externalOid"]
    if not symbol or not 0 < len(external_oid) <= 32:
        raise ValueError("symbol, externalOid")
    request_time = now_ms()
    with journal.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"requestTime": request_time, "order": dict(order)}) + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        return order_id(send(keys, "POST", "/api/v1/private/order/create", order, request_time))
    except (MexcError, requests.RequestException) as error:
        if isinstance(error, MexcError) and error.code not in OUTCOME_UNKNOWN:
            raise
        try:
            return settle(keys, symbol, external_oid, request_time)
        except OrderNotFound as missing:
            if isinstance(error, MexcError) and error.code in PLACED:
                raise OrderOutcomeUnknown(external_oid) from missing
            raise
