from __future__ import annotations

import json
import os
import re
import time
import urllib.request
from typing import Any

URL = "https://api.tushare.pro"
SECONDS = {"分钟": 60, "小时": 3600, "天": 86400}
FREQUENCY = re.compile(r"(?:每|频率超限\(\d+次/)(分钟|小时|天)(?:最多访问该接口|\))")
PATIENCE = 120


class TushareError(Exception):
    code = property(lambda self: self.args[0])


class TooOften(TushareError):
    wait = property(lambda self: self.args[2])


class NoRight(TushareError):
    pass


class WrongToken(TushareError):
    pass


def send(api_name: str, params: dict[str, Any], fields: str) -> list[dict[str, Any]]:
    body = {"api_name": api_name, "token": os.environ["TUSHARE_TOKEN"], "params": params, "fields": fields}
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(URL, json.dumps(body).encode(), headers, method="POST")
    with urllib.request.urlopen(request, timeout=30) as response:
        answer = json.load(response)
    code, text = answer["code"], answer.get("msg") or ""
    if code == 0:
        data = answer["data"]
        return [dict(zip(data["fields"], row)) for row in data["items"]]
    if match := FREQUENCY.search(text):
        raise TooOften(code, text, SECONDS[match[1]])
    if "权限" in text:
        raise NoRight(code, text)
    raise (WrongToken if "token" in text else TushareError)(code, text)


def query(api_name: str, fields: str = "", **params: Any) -> list[dict[str, Any]]:
    final = time.monotonic() + PATIENCE
    while True:
        try:
            return send(api_name, params, fields)
        except TooOften as error:
            if time.monotonic() + error.wait > final:
                raise
            time.sleep(error.wait)
