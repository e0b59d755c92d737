from __future__ import annotations

import random
import time
from email.utils import mktime_tz, parsedate_tz
from typing import Any, Mapping

import requests

BASE_URL = "https://api.tickdb.ai"
RETRYABLE = frozenset({"3001", "3005", "5000", "5001", "5002", "5003", "5005", "50001"})
LONGEST_WAIT = 120.0


class TickDbError(Exception):
    def __init__(self, code: str, status: int, message: str, data: Any, retry_after: float) -> None:
        super().__init__(code, status, message)
        self.code = code
        self.status = status
        self.message = message
        self.data = data
        self.retry_after = retry_after


class TickDbTransportError(Exception):
    def __init__(self, reason: str, retry_after: float = 0.0) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


def seconds_to_wait(header: str | None) -> float:
    if header is None:
        return 0.0
    if header.strip().isdecimal():
        return float(header)
    moment = parsedate_tz(header)
    return max(0.0, mktime_tz(moment) - time.time()) if moment else 0.0


def parse(response: requests.Response) -> Mapping[str, Any]:
    try:
        answer = response.json()
    except requests.RequestException:
        return {}
    return answer if isinstance(answer, dict) else {}


def send(api_key: str, path: str, params: Mapping[str, Any]) -> Mapping[str, Any]:
    try:
        response = requests.get(BASE_URL + path, params=params, headers={"X-API-Key": api_key}, timeout=10)
    except requests.RequestException as error:
        raise TickDbTransportError(type(error).__name__) from error
    status = response.status_code
    retry_after = seconds_to_wait(response.headers.get("Retry-After"))
    answer = parse(response)
    if answer.get("code") is None:
        if status == 429 or status >= 500:
            raise TickDbTransportError(f"HTTP {status}", retry_after)
        raise TickDbError(f"HTTP {status}", status, response.reason, None, retry_after)
    code = str(answer["code"])
    if not response.ok or code != "0":
        raise TickDbError(code, status, str(answer.get("message", "")), answer.get("data"), retry_after)
    return answer


def get(api_key: str, path: str, attempts: int = 4, **params: Any) -> Mapping[str, Any]:
    for attempt in range(attempts):
        try:
            return send(api_key, path, params)
        except (TickDbError, TickDbTransportError) as error:
            refused = isinstance(error, TickDbError) and error.code not in RETRYABLE
            if refused or error.retry_after > LONGEST_WAIT or attempt + 1 >= attempts:
                raise
            wait = max(error.retry_after, 2.0**attempt)
        time.sleep(wait + random.uniform(0.0, 1.0))
    raise ValueError("attempts")
