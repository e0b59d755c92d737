import base64, hashlib, hmac, http.client, json, os, time, urllib.error, urllib.parse, urllib.request
from datetime import datetime, timezone

BASE_URL = os.environ.get("OKX_BASE_URL", "https://openapi.okx.com")
KEY, SECRET, PASSPHRASE = (os.environ[name] for name in ("OKX_API_KEY", "OKX_SECRET_KEY", "OKX_PASSPHRASE"))
LIMITED = {"50011", "50040", "50061"}
UNKNOWN = frozenset("1 2 50001 50004 50013 50026 50042 50071 51011 51016 51054 51123 51149 51820".split())
WINDOW, MARGIN, PATIENCE, PAUSE, ATTEMPTS = 10, 60, 120, 3, 5

class OkxError(Exception): code = property(lambda self: self.args[0])
class NoAnswer(Exception): code = ""
class OrderNotFound(Exception): pass
class OrderOutcomeUnknown(Exception): pass

def send(method, path, fields, headers):
    target = path + ("?" + urllib.parse.urlencode(fields) if method == "GET" else "")
    body = json.dumps(fields) if method == "POST" else ""
    stamp = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    digest = hmac.new(SECRET.encode(), (stamp + method + target + body).encode(), hashlib.sha256).digest()
    headers = {"Content-Type": "application/json", "OK-ACCESS-KEY": KEY, "OK-ACCESS-PASSPHRASE": PASSPHRASE,
               "OK-ACCESS-TIMESTAMP": stamp, "OK-ACCESS-SIGN": base64.b64encode(digest).decode(), **headers}
    if os.environ.get("OKX_DEMO") == "1":
        headers["x-simulated-trading"] = "1"
    try:
        request = urllib.request.Request(BASE_URL + target, body.encode() or None, headers, method=method)
        try:
            answer = json.load(urllib.request.urlopen(request, timeout=10))
        except urllib.error.HTTPError as refusal:
            answer = json.load(refusal)
        items = [{**answer, **item} for item in answer.get("data") or [answer]]
        results = [(item.get("sCode", item["code"]), item.get("subCode", ""), item.get("sMsg", item["msg"])) for item in items]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, http.client.HTTPException) as cause:
        raise NoAnswer(path) from cause
    for result in results:
        if result[0] != "0":
            raise OkxError(*result)
    if not answer.get("data"):
        raise NoAnswer(path)
    return answer["data"][0]

def settle(order, final):
    deadline = max(final, time.time()) + PATIENCE
    while (asked := time.time()) < deadline:
        try:
            return send("GET", "/api/v5/trade/order", {name: order[name] for name in ("instId", "clOrdId")}, {})
        except (OkxError, NoAnswer) as error:
            if error.code == "51603" and asked >= final:
                return None
        time.sleep(PAUSE)
    raise OrderOutcomeUnknown(order["clOrdId"])

def place(order):
    if not order.get("instId") or not order.get("clOrdId"):
        raise ValueError("instId, clOrdId")
    for attempt in range(1, ATTEMPTS + 1):
        expires = time.time() + WINDOW
        try:
            return send("POST", "/api/v5/trade/order", order, {"expTime": str(int(expires * 1000))})
        except (OkxError, NoAnswer) as error:
            limited = error.code in LIMITED
            if isinstance(error, OkxError) and error.code not in LIMITED | UNKNOWN:
                raise
        time.sleep(2 * attempt if limited else 0)
        if found := settle(order, expires + MARGIN):
            return found
        if not limited:
            raise OrderNotFound(order["clOrdId"])
    raise OkxError("50011", "", order["clOrdId"])
