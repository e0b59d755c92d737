import hashlib, hmac, http.client, json, os, re, time
from urllib import error, request

HOST = os.environ.get("GATE_HOST", "https://api.gateio.ws")
KEY, SECRET = os.environ["GATE_API_KEY"], os.environ["GATE_API_SECRET"]
WINDOW, MARGIN, PATIENCE, PAUSE, ROWS = 10_000, 120_000, 180_000, 3_000, 1000
UNKNOWN = frozenset("TOO_MANY_REQUESTS SERVER_ERROR INTERNAL INTERNAL_SERVER_ERROR SERVER_TIMEOUT TOO_BUSY "
                    "FAILED_RETRIEVE_ASSETS ORDER_EXISTS DUPLICATE_REQUEST REPEATED_CREATION".split())
ABSENT = frozenset(("ORDER_NOT_FOUND", "CLIENT_ID_NOT_FOUND"))
resume_at = {}

class Refused(Exception): pass
class Unknown(Exception): pass
class NotPlaced(Exception): pass

def now():
    return time.time_ns() // 1_000_000

def send(method, path, query, order=None, expires=None):
    wait = resume_at.get((method, path), 0) - now()
    if wait > 0 and method != "GET":
        raise Refused("PAUSED", wait)
    time.sleep(max(0, wait) / 1000)
    text = "&".join(f"{name}={value}" for name, value in query.items())
    body = "" if order is None else json.dumps(order)
    stamp = str(now() // 1000)
    signed = "\n".join((method, f"/api/v4{path}", text, hashlib.sha512(body.encode()).hexdigest(), stamp))
    headers = {"KEY": KEY, "Timestamp": stamp, "Content-Type": "application/json", "Accept": "application/json",
               "SIGN": hmac.new(SECRET.encode(), signed.encode(), hashlib.sha512).hexdigest()}
    if expires:
        headers["x-gate-exptime"] = str(expires)
    url = f"{HOST}/api/v4{path}" + (f"?{text}" if text else "")
    try:
        with request.urlopen(request.Request(url, body.encode() or None, headers, method=method), timeout=10) as response:
            return json.loads(response.read() or b"null")
    except error.HTTPError as cause:
        status, reset = cause.code, cause.headers.get("X-Gate-RateLimit-Reset-Timestamp") or ""
        try:
            answer = json.load(cause)
            label, detail = answer["label"], answer.get("message") or answer.get("detail")
        except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
            raise Unknown(status, path) from cause
        if status == 429:
            reset = float(reset) if re.fullmatch(r"\d+(\.\d+)?", reset) else 0
            resume_at[method, path] = max(now() + PAUSE, int(reset if reset > 1e11 else reset * 1000))
        raise (Unknown if status == 429 or status >= 500 or label in UNKNOWN else Refused)(label, detail) from cause
    except (OSError, http.client.HTTPException, ValueError) as cause:
        raise Unknown(path) from cause

def find(order, since):
    scope = {name: order[name] for name in ("currency_pair", "account") if name in order}
    try:
        return send("GET", f"/spot/orders/{order['text']}", scope)
    except Refused as cause:
        if cause.args[0] not in ABSENT:
            raise
    for path, extra in (("/spot/orders", {"status": "finished"}), ("/spot/my_trades", {})):
        rows = send("GET", path, {**scope, **extra, "from": since, "limit": ROWS})
        for row in rows:
            if row.get("text") == order["text"]:
                return send("GET", f"/spot/orders/{row.get('order_id') or row['id']}", scope)
        if len(rows) >= ROWS:
            raise Unknown(path)
    return None

def look_up(order, expires):
    while True:
        asked = now()
        try:
            found = find(order, (expires - WINDOW) // 1000 - 90)
            if found:
                return found
        except (Refused, Unknown, TypeError, KeyError, AttributeError) as cause:
            if asked >= expires + MARGIN + PATIENCE:
                raise Unknown(order["text"]) from cause
        else:
            if asked >= expires + MARGIN:
                raise NotPlaced(order["text"])
        time.sleep(PAUSE / 1000)

def place_order(order):
    if not re.fullmatch(r"t-[0-9A-Za-z._-]{1,28}", order["text"]) or not order["currency_pair"]:
        raise ValueError("text, currency_pair")
    expires = now() + WINDOW
    try:
        answer = send("POST", "/spot/orders", {}, order, expires)
        if isinstance(answer, dict) and answer.get("id"):
            return answer
    except Unknown:
        pass
    return look_up(order, expires)
