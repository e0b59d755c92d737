import hashlib
import hmac
import json
import os
import time
from http.client import HTTPException, HTTPSConnection
from urllib.parse import quote, urlencode

HOST, RECV_WINDOW, MARGIN, PATIENCE, PAUSE = "api.binance.com", 5, 60, 120, 3
UNKNOWN = frozenset({-1000, -1001, -1003, -1006, -1007, -1008, -1016})
KEY, SECRET = os.environ["BINANCE_API_KEY"], os.environ["BINANCE_SECRET_KEY"].encode()
resume_at = 0.0

BinanceError, Paused, OutcomeUnknown = (type(n, (Exception,), {}) for n in ("BinanceError", "Paused", "OutcomeUnknown"))


def send(method, path, fields):
    global resume_at
    if time.time() < resume_at:
        raise Paused(resume_at)
    timed = {**fields, "recvWindow": RECV_WINDOW * 1000, "timestamp": time.time_ns() // 1_000_000}
    query = urlencode(timed, quote_via=quote)
    signature = hmac.new(SECRET, query.encode(), hashlib.sha256).hexdigest()
    connection = HTTPSConnection(HOST, timeout=15)
    try:
        connection.request(method, f"{path}?{query}&signature={signature}", headers={"X-MBX-APIKEY": KEY})
        response = connection.getresponse()
        status, wait, body = response.status, response.getheader("Retry-After"), response.read()
    except (OSError, HTTPException) as error:
        raise OutcomeUnknown(path) from error
    finally:
        connection.close()
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    code = answer.get("code", 0) if isinstance(answer, dict) else 0
    if status in (418, 429) and (wait or code not in (-1015, -2021)):
        resume_at = time.time() + int(wait or 60)
    if status >= 500 or code in UNKNOWN or (status != 200 and code >= 0) or answer is None:
        raise OutcomeUnknown(status, code, path)
    if code < 0:
        raise BinanceError(code, answer.get("msg", ""), answer.get("data"))
    return answer


def settle(symbol, client_order_id):
    final = time.time() + RECV_WINDOW + MARGIN
    while (asked := time.time()) < final + PATIENCE:
        try:
            return send("GET", "/api/v3/order", {"symbol": symbol, "origClientOrderId": client_order_id})
        except BinanceError as error:
            if error.args[0] == -2013 and asked >= final:
                return None
        except (OutcomeUnknown, Paused):
            pass
        time.sleep(PAUSE)
    raise OutcomeUnknown(symbol, client_order_id)


def place_order(order):
    symbol, client_order_id = order["symbol"], order["newClientOrderId"]
    try:
        return send("POST", "/api/v3/order", order)
    except BinanceError as error:
        if error.args[1] != "Duplicate order sent.":
            raise
    except OutcomeUnknown:
        pass
    return settle(symbol, client_order_id)
