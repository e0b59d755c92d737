import hashlib, hmac, http.client, json, os, time
from urllib import error, parse, request

HOST = os.environ.get("BYBIT_HOST", "https://api.bybit.com")
KEY, SECRET = os.environ["BYBIT_API_KEY"], os.environ["BYBIT_API_SECRET"]
WINDOW, FINAL, PATIENCE, PAUSE = 5_000, 65_000, 185_000, 2_000
UNKNOWN = {429, 10000, 10006, 10014, 10016, 10019, 110030, 110072, 170001, 170005, 170007,
           170032, 170035, 170141, 170146, 170149, 170222, 170234, 3400214}
REPEATED = {10014, 110030, 110072, 170141}
resume_at = 0

class Refused(Exception): pass
class Unknown(Exception): pass
class NotPlaced(Exception): pass

def now():
    return time.time_ns() // 1_000_000

def send(method, path, fields):
    global resume_at
    if method == "POST" and now() < resume_at:
        raise Refused("paused", resume_at)
    time.sleep(max(0, resume_at - now()) / 1000)
    text = parse.urlencode(fields) if method == "GET" else json.dumps(fields)
    url, body = (f"{HOST}{path}?{text}", None) if method == "GET" else (HOST + path, text.encode())
    stamp = str(now())
    sign = hmac.new(SECRET.encode(), f"{stamp}{KEY}{WINDOW}{text}".encode(), hashlib.sha256).hexdigest()
    headers = {"X-BAPI-API-KEY": KEY, "X-BAPI-TIMESTAMP": stamp, "X-BAPI-RECV-WINDOW": str(WINDOW),
               "X-BAPI-SIGN": sign, "Content-Type": "application/json"}
    try:
        with request.urlopen(request.Request(url, body, headers, method=method), timeout=10) as response:
            answer, reset = json.load(response), response.headers.get("X-Bapi-Limit-Reset-Timestamp")
            code, message, result = int(answer["retCode"]), answer.get("retMsg"), answer.get("result")
    except error.HTTPError as cause:
        if cause.code in (400, 401, 404):
            raise Refused(cause.code, path) from cause
        resume_at = max(resume_at, now() + (600_000 if cause.code == 403 else PAUSE))
        raise Unknown(cause.code, path) from cause
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError, AttributeError) as cause:
        raise Unknown(path) from cause
    if code == 0 and isinstance(result, dict):
        return result
    if code == 10006:
        resume_at = max(resume_at, now() + PAUSE, int(reset) if (reset or "").isdigit() else 0)
    raise (Unknown if code in UNKNOWN or code == 0 else Refused)(code, message)

def look_up(order, sent, missing):
    asked_for = {name: order[name] for name in ("category", "symbol", "orderLinkId")}
    while True:
        asked = now()
        try:
            for path in ("/v5/order/realtime", "/v5/order/history"):
                for found in send("GET", path, asked_for)["list"]:
                    if found["orderLinkId"] == order["orderLinkId"]:
                        return found
        except (Refused, Unknown, KeyError, TypeError) as cause:
            if asked >= sent + PATIENCE:
                raise Unknown(order["orderLinkId"]) from cause
        else:
            if asked >= sent + FINAL:
                raise missing(order["orderLinkId"])
        time.sleep(PAUSE / 1000)

def place_order(order):
    if not order["symbol"] or not 0 < len(order["orderLinkId"]) <= 36:
        raise ValueError("symbol, orderLinkId")
    sent = now()
    try:
        return send("POST", "/v5/order/create", order)
    except Unknown as cause:
        return look_up(order, sent, Unknown if cause.args[0] in REPEATED else NotPlaced)
