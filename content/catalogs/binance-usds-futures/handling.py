import hashlib
import hmac
import json
import os
import re
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

BASE_URL = os.environ.get("BINANCE_FAPI_URL", "https://fapi.binance.com")
API_KEY, SECRET_KEY = os.environ["BINANCE_API_KEY"], os.environ["BINANCE_SECRET_KEY"]
RECV_WINDOW, MARGIN, PATIENCE, PAUSE = 5000, 60_000, 120_000, 3
LOST = (OSError, HTTPException, ValueError)
UNKNOWN = frozenset("-1000 -1001 -1003 -1006 -1007 -1008 -1010 -1015 -1016 -4116".split())
limits = {"blocked_until": 0.0}


class BinanceError(Exception):
    status = property(lambda self: self.args[0])
    code = property(lambda self: self.args[1])


class OrderNotFound(Exception):
    pass


class OutcomeUnknown(Exception):
    pass


def now_ms() -> int:
    time.sleep(max(0.0, limits["blocked_until"] - time.time()))
    return time.time_ns() // 1_000_000


def send(method: str, path: str, fields: dict, timestamp: int) -> dict:
    query = urlencode({**fields, "recvWindow": RECV_WINDOW, "timestamp": timestamp})
    signature = hmac.new(SECRET_KEY.encode(), query.encode(), hashlib.sha256).hexdigest()
    url = f"{BASE_URL}{path}?{query}&signature={signature}"
    try:
        with urlopen(Request(url, method=method, headers={"X-MBX-APIKEY": API_KEY}), timeout=10) as reply:
            status, body = reply.status, reply.read()
    except HTTPError as error:
        status, body = error.code, error.read()
    if status in (418, 429):
        ban = re.search(rb"banned until (\d+)", body)
        limits["blocked_until"] = int(ban[1]) / 1000 if ban else (time.time() // 60 + 1) * 60
    answer = json.loads(body)
    if not isinstance(answer, dict):
        raise ValueError(path)
    code = str(answer.get("code", 200))
    if status == 200 and code == "200":
        return answer
    raise BinanceError(status, code, answer.get("msg"))


def settle(symbol: str, client_order_id: str, timestamp: int) -> dict:
    final = timestamp + RECV_WINDOW + MARGIN
    while True:
        asked = now_ms()
        try:
            order = send("GET", "/fapi/v1/order", {"symbol": symbol, "origClientOrderId": client_order_id}, asked)
            if order.get("orderId"):
                return order
            failure = ValueError("orderId")
        except (BinanceError, *LOST) as error:
            failure = error
        if isinstance(failure, BinanceError) and failure.code == "-2013" and asked >= final:
            raise OrderNotFound(client_order_id)
        if asked >= final + PATIENCE:
            raise OutcomeUnknown(client_order_id) from failure
        time.sleep(PAUSE)


def place_order(order: dict) -> dict:
    symbol, client_order_id = order["symbol"], order["newClientOrderId"]
    if not symbol or not client_order_id:
        raise ValueError("symbol, newClientOrderId")
    if time.time() < limits["blocked_until"]:
        raise BinanceError(429, "-1003", "blocked")
    timestamp = now_ms()
    try:
        answer = send("POST", "/fapi/v1/order", order, timestamp)
        if answer.get("orderId"):
            return answer
    except BinanceError as error:
        if 400 <= error.status < 500 and error.status not in (408, 418, 429) and error.code not in UNKNOWN:
            raise
    except LOST:
        pass
    return settle(symbol, client_order_id, timestamp)
