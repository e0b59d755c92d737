import base64, hashlib, hmac, http.client, json, os, re, time
from urllib import error, parse, request

HOST = os.environ.get("BITGET_HOST", "https://api.bitget.com")
KEY, SECRET, PASSPHRASE = (os.environ[f"BITGET_API_{name}"] for name in ("KEY", "SECRET", "PASSPHRASE"))
WINDOW, FINAL, PATIENCE, PAUSE, ROWS = 5_000, 70_000, 360_000, 3_000, 100
UNKNOWN = frozenset("19000 22018 22035 25000 25001 25003 25004 25220 25221 25222 25239 31016 31027 40010 40015 "
                    "40074 40200 40400 40401 40725 40764 40765 40766 40770 40776 40777 40780 40783 40784 40785 "
                    "40789 40790 40791 40792 40793 40794 40808 40822 40823 40840 40843 40846 40847 40856 40878 "
                    "40897 40898 40899 40900 40903 40908 40910 40918 40927 41100 43002 43003 43022 43059 45001 "
                    "45011 45012 45013 45017 45023 45024 50010 50031 50036 50044 50049 50051 50055 50056 50057 "
                    "50058 70228 70229".split())
DUPLICATE = frozenset("25212 40708 40786 43118 45034 50060".split())
ABSENT = frozenset("43001 40109".split())
resume_at = {}


class NoRedirect(request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None

opener = request.build_opener(NoRedirect)

class Refused(Exception): pass
class Unknown(Exception): pass
class NotPlaced(Exception): pass

def now():
    return time.time_ns() // 1_000_000

def send(method, path, query, order=None):
    wait = resume_at.get((method, path), 0) - now()
    if wait > 0 and method != "GET":
        raise Refused("paused", wait)
    time.sleep(max(0, wait) / 1000)
    pairs = sorted(query.items())
    target = path + (f"?{parse.urlencode(pairs)}" if pairs else "")
    signed = path + ("?" + "&".join(f"{name}={value}" for name, value in pairs) if pairs else "")
    body = "" if order is None else json.dumps(order, separators=(",", ":"))
    stamp = str(now())
    sealed = hmac.new(SECRET.encode(), (stamp + method + signed + body).encode(), hashlib.sha256).digest()
    headers = {"ACCESS-KEY": KEY, "ACCESS-TIMESTAMP": stamp, "ACCESS-SIGN": base64.b64encode(sealed).decode(),
               "ACCESS-PASSPHRASE": PASSPHRASE, "Content-Type": "application/json", "locale": "en-US"}
    status = 200
    try:
        try:
            with opener.open(request.Request(HOST + target, body.encode() or None, headers, method=method),
                             timeout=10) as response:
                raw = response.read()
        except error.HTTPError as cause:
            status, raw = cause.code, cause.read()
        if status == 429:
            resume_at[method, path] = now() + PAUSE
        answer = json.loads(raw)
        code, message = str(answer.get("code") or ""), str(answer.get("msg") or "")
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError, AttributeError) as cause:
        raise Unknown(status, path) from cause
    if status == 200 and code == "00000":
        return answer.get("data")
    unclear = code in ("", "00000", "429") or status in (408, 429) or not (status < 300 or 400 <= status < 500)
    unclear = unclear or code in UNKNOWN | DUPLICATE
    raise (Unknown if unclear else Refused)(code, message)

def find(order, since):
    try:
        found = send("GET", "/api/v2/spot/trade/orderInfo", {"clientOid": order["clientOid"]})
        for row in found or []:
            if row["clientOid"] == order["clientOid"]:
                return row
            raise Unknown(order["clientOid"])
    except Refused as cause:
        if cause.args[0] not in ABSENT:
            raise
    scope = {"symbol": order["symbol"], "startTime": since, "limit": ROWS}
    for path in ("/api/v2/spot/trade/unfilled-orders", "/api/v2/spot/trade/history-orders"):
        rows = send("GET", path, scope) or []
        for row in rows:
            if row.get("clientOid") == order["clientOid"]:
                return row
        if len(rows) >= ROWS:
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
    if not re.fullmatch(r"[0-9A-Za-z_-]{1,49}", order["clientOid"]) or not order["symbol"]:
        raise ValueError("clientOid, symbol")
    if order.get("tpslType", "normal") != "normal":
        raise ValueError("tpslType")
    sent, used = now(), False
    timed = {**order, "requestTime": str(sent), "receiveWindow": str(WINDOW)}
    try:
        answer = send("POST", "/api/v2/spot/trade/place-order", {}, timed)
        if isinstance(answer, dict) and answer.get("orderId"):
            return answer
    except Unknown as cause:
        used = cause.args[0] in DUPLICATE
    try:
        return look_up(order, sent)
    except NotPlaced:
        if used:
            raise Unknown(order["clientOid"]) from None
        raise
