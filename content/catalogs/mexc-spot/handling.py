import hashlib
import hmac
import http.client
import json
import os
import time
from urllib.parse import quote, urlencode

HOST, CONNECT = "api.mexc.com", http.client.HTTPSConnection
RECV_WINDOW, MARGIN, PATIENCE, PAUSE, BAN = 5, 60, 120, 3, 600
OUTCOME_UNKNOWN = frozenset("429 500 503 504 20002 730000".split())
resume_at = 0.0


class MexcError(Exception):
    code = property(lambda self: self.args[0])


class OutcomeUnknown(Exception):
    pass


def request(method: str, path: str, params: dict) -> dict | list:
    global resume_at
    time.sleep(max(0.0, resume_at - time.monotonic()))
    fields = {**params, "recvWindow": RECV_WINDOW * 1000, "timestamp": time.time_ns() // 1_000_000}
    query = urlencode(fields, quote_via=quote, safe="")
    signature = hmac.new(os.environ["MEXC_SECRET_KEY"].encode(), query.encode(), hashlib.sha256).hexdigest()
    headers = {"X-MEXC-APIKEY": os.environ["MEXC_ACCESS_KEY"], "Content-Type": "application/json"}
    connection = CONNECT(HOST, timeout=10)
    status, wait = 0, ""
    try:
        connection.request(method, f"{path}?{query}&signature={signature}", headers=headers)
        response = connection.getresponse()
        status, wait = response.status, response.getheader("Retry-After", "")
        answer = json.loads(response.read())
    except (OSError, http.client.HTTPException, ValueError):
        answer = None
    finally:
        connection.close()
    code = str(answer.get("code") or 0) if isinstance(answer, dict) else "0"
    if status in (418, 429) or code == "429":
        resume_at = time.monotonic() + (int(wait) if wait.isdigit() else BAN)
    elif status == 200 and answer is not None and code in ("0", "200"):
        return answer
    elif 200 <= status < 500 and code not in ("0", "200") and code not in OUTCOME_UNKNOWN:
        raise MexcError(code, str(answer.get("msg", "")))
    raise OutcomeUnknown(path, status, code)


def find_order(symbol: str, client_id: str) -> dict:
    order = request("GET", "/api/v3/order", {"symbol": symbol, "origClientOrderId": client_id})
    if isinstance(order, dict) and order.get("orderId"):
        return order
    raise OutcomeUnknown(client_id)


def place_order(order: dict) -> dict:
    symbol, client_id = order["symbol"], order["newClientOrderId"]
    if not symbol or not client_id:
        raise ValueError("symbol, newClientOrderId")
    try:
        answer = request("POST", "/api/v3/order", order)
        if isinstance(answer, dict) and answer.get("orderId"):
            return answer
    except OutcomeUnknown:
        pass
    sent = time.monotonic()
    while True:
        asked = time.monotonic() - sent
        try:
            return find_order(symbol, client_id)
        except (MexcError, OutcomeUnknown) as error:
            absent = isinstance(error, MexcError) and error.code == "-2013"
            if asked >= RECV_WINDOW + MARGIN + (0 if absent else PATIENCE):
                raise error if absent else OutcomeUnknown(client_id) from error
        time.sleep(PAUSE)
