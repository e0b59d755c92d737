from __future__ import annotations

import hashlib
import hmac
import json
import random
import time
from typing import Any, Mapping
from urllib.parse import quote

import requests

BASE_URL = "https://contract.mexc.com"
RETRYABLE_READS = frozenset({"500", "501", "510", "9999"})
OUTCOME_UNKNOWN = frozenset({"500", "501", "603", "9999"})


class MexcError(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


class OrderOutcomeUnknown(Exception):
    def __init__(self, external_oid: str) -> None:
        super().__init__(external_oid)
        self.external_oid = external_oid


def send(access_key: str, secret_key: str, method: str, path: str, fields: Mapping[str, Any]) -> Any:
    present = {name: value for name, value in sorted(fields.items()) if value is not None}
    if method == "POST":
        payload, url = json.dumps(present), BASE_URL + path
    else:
        texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in present.items()}
        payload = "&".join(f"{name}={quote(text, safe='')}" for name, text in texts.items())
        url = f"{BASE_URL}{path}?{payload}" if payload else BASE_URL + path
    now = str(int(time.time() * 1000))
    signature = hmac.new(secret_key.encode(), f"{access_key}{now}{payload}".encode(), hashlib.sha256).hexdigest()
    headers = {"ApiKey": access_key, "Request-Time": now, "Signature": signature, "Content-Type": "application/json"}
    body = payload.encode() if method == "POST" else None
    answer = requests.request(method, url, data=body, headers=headers, timeout=10).json()
    if isinstance(answer, dict) and answer.get("success") is True:
        return answer.get("data")
    if isinstance(answer, dict) and answer.get("code"):
        raise MexcError(str(answer["code"]), str(answer.get("message", "")))
    raise requests.exceptions.InvalidJSONError(path)


def read(access_key: str, secret_key: str, path: str, attempts: int = 4, **fields: Any) -> Any:
    for attempt in range(1, attempts + 1):
        try:
            return send(access_key, secret_key, "GET", path, fields)
        except (MexcError, requests.RequestException) as error:
            refused = isinstance(error, MexcError) and error.code not in RETRYABLE_READS
            if refused or attempt == attempts:
                raise
        time.sleep(2**attempt * random.uniform(1.0, 1.5))


def place_order(access_key: str, secret_key: str, order: Mapping[str, Any]) -> str:
    symbol, external_oid = order["symbol"], order["externalOid"]
    try:
        return str(send(access_key, secret_key, "POST", "/api/v1/private/order/submit", order))
    except (MexcError, requests.RequestException) as error:
        if isinstance(error, MexcError) and error.code not in OUTCOME_UNKNOWN:
            raise
        path = f"/api/v1/private/order/external/{quote(symbol, safe='')}/{quote(external_oid, safe='')}"
        try:
            return str(read(access_key, secret_key, path)["orderId"])
        except (MexcError, requests.RequestException, KeyError, TypeError):
            raise OrderOutcomeUnknown(external_oid) from error
