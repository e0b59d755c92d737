from __future__ import annotations

import json
import random
import time
import uuid
from typing import Any, Mapping

import requests

STOCKS = "https://quote.alltick.co/quote-stock-b-api"
FOREX_METALS_CRYPTO = "https://quote.alltick.co/quote-b-api"
RATE_LIMITED = frozenset({"429", "605"})
SECONDS_PER_REQUEST = {"free": 10.0, "basic": 1.0, "premium": 0.1, "professional": 0.05, "single-market": 0.05}
SECONDS_PER_BATCH = {"free": 10.0, "basic": 3.0, "premium": 2.0, "professional": 1.0, "single-market": 1.0}


class AllTickError(Exception):
    def __init__(self, code: str, message: str, trace: str) -> None:
        super().__init__(code, message, trace)
        self.code = code
        self.message = message
        self.trace = trace


class AllTickTransportError(Exception):
    pass


def send(token: str, base_url: str, path: str, data: Mapping[str, Any]) -> Any:
    trace = str(uuid.uuid4())
    payload = json.dumps({"trace": trace, "data": data}, separators=(",", ":"))
    try:
        if path == "/batch-kline":
            headers = {"Content-Type": "application/json"}
            reply = requests.post(
                base_url + path, params={"token": token}, data=payload, headers=headers, timeout=10
            )
        else:
            reply = requests.get(base_url + path, params={"token": token, "query": payload}, timeout=10)
        answer = reply.json()
        code, message = str(answer["ret"]), str(answer.get("msg", ""))
    except (requests.RequestException, KeyError, TypeError) as error:
        raise AllTickTransportError(type(error).__name__, trace) from None
    if code != "200":
        raise AllTickError(code, message, trace)
    return answer.get("data")


def call(token: str, plan: str, base_url: str, path: str, data: Mapping[str, Any], attempts: int = 4) -> Any:
    spacing = (SECONDS_PER_BATCH if path == "/batch-kline" else SECONDS_PER_REQUEST)[plan]
    for attempt in range(attempts):
        try:
            return send(token, base_url, path, data)
        except AllTickError as error:
            if error.code not in RATE_LIMITED or attempt + 1 == attempts:
                raise
            wait = spacing * 2**attempt
        except AllTickTransportError:
            if attempt + 1 == attempts:
                raise
            wait = max(spacing, 1.0) * 2**attempt
        time.sleep(wait * random.uniform(1.0, 1.5))
