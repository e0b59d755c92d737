import base64, hashlib, hmac, http.client, json, os, re, time
from urllib import error, parse, request

HOST = os.environ.get("KUCOIN_HOST", "https://api.kucoin.com")
KEY, SECRET, PASSPHRASE = (os.environ[f"KUCOIN_API_{name}"] for name in ("KEY", "SECRET", "PASSPHRASE"))
FINAL, PATIENCE, PAUSE, ROWS = 70_000, 180_000, 3_000, 100
WAIT = {"1015": 30_000, "200002": 10_000, "429000": 30_000}
UNKNOWN = frozenset("1015 200002 230005 400400 408000 429000 500000 100002 300002 300010 300014 300015 "
                    "300018 400800".split())
ABSENT = re.compile(r"order.?not.?exist", re.I)
resume_at = {}

class Refused(Exception): pass
class Unknown(Exception): pass
class NotPlaced(Exception): pass

def now():
    return time.time_ns() // 1_000_000

def sealed(text):
    return base64.b64encode(hmac.new(SECRET.encode(), text.encode(), hashlib.sha256).digest()).decode()

def send(method, path, query, order=None):
    wait = max(resume_at.get("*", 0), resume_at.get((method, path), 0)) - now()
    if wait > 0 and method != "GET":
        raise Refused("paused", wait)
    time.sleep(max(0, wait) / 1000)
    target = path + (f"?{parse.urlencode(query)}" if query else "")
    body = "" if order is None else json.dumps(order, separators=(",", ":"))
    stamp = str(now())
    headers = {"KC-API-KEY": KEY, "KC-API-TIMESTAMP": stamp, "KC-API-SIGN": sealed(stamp + method + target + body),
               "KC-API-PASSPHRASE": sealed(PASSPHRASE), "KC-API-KEY-VERSION": "2", "Content-Type": "application/json"}
    status = 200
    try:
        try:
            with request.urlopen(request.Request(HOST + target, body.encode() or None, headers, method=method),
                                 timeout=10) as response:
                raw = response.read()
        except error.HTTPError as cause:
            status, raw = cause.code, cause.read()
        if status in (403, 429) and b"1015" in raw:
            resume_at["*"] = now() + WAIT["1015"]
        answer = json.loads(raw)
        code, message = answer["code"], str(answer.get("msg") or "")
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError, AttributeError) as cause:
        raise Unknown(status, path) from cause
    if status == 200 and code == "200000":
        return answer.get("data")
    if code in WAIT or status == 429:
        resume_at["*" if code == "1015" else (method, path)] = now() + WAIT.get(code, PAUSE)
    broken = not isinstance(code, str) or code == "200000" or status == 429 or status >= 500
    unclear = broken or code in UNKNOWN or "clientOidDuplicated" in message
    raise (Unknown if unclear else Refused)(code, message)

def find(order, since):
    scope = {"symbol": order["symbol"]}
    try:
        found = send("GET", f"/api/v1/hf/orders/client-order/{order['clientOid']}", scope)
        if found:
            return found
    except Refused as cause:
        if not ABSENT.search(str(cause.args[1])):
            raise
    active = send("GET", "/api/v1/hf/orders/active", scope) or []
    done = (send("GET", "/api/v1/hf/orders/done", {**scope, "startAt": since, "limit": ROWS}) or {}).get("items") or []
    for row in [*active, *done]:
        if row.get("clientOid") == order["clientOid"]:
            return row
    if len(done) >= ROWS:
        raise Unknown(order["clientOid"])
    return None

def look_up(order, sent):
    while True:
        asked = now()
        try:
            found = find(order, sent - 60_000)
            if found:
                return found
        except (Refused, Unknown, TypeError, KeyError, AttributeError) as cause:
            if asked >= sent + FINAL + PATIENCE:
                raise Unknown(order["clientOid"]) from cause
        else:
            if asked >= sent + FINAL:
                raise NotPlaced(order["clientOid"])
        time.sleep(PAUSE / 1000)

def place_order(order):
    if not re.fullmatch(r"[0-9A-Za-z_-]{1,40}", order["clientOid"]) or not order["symbol"]:
        raise ValueError("clientOid, symbol")
    sent, used = now(), False
    try:
        answer = send("POST", "/api/v1/hf/orders", {}, order)
        if isinstance(answer, dict) and answer.get("orderId"):
            return answer
    except Unknown as cause:
        used = "clientOidDuplicated" in str(cause)
    try:
        return look_up(order, sent)
    except NotPlaced:
        if used:
            raise Unknown(order["clientOid"]) from None
        raise
