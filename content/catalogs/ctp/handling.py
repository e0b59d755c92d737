from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path
from typing import Any, Mapping, NamedTuple

from openctp_ctp import tdapi

BROKER, USER = os.environ["CTP_BROKER_ID"], os.environ["CTP_USER_ID"]
ANSWER, PAUSE, PATIENCE, TRIES = 10, 1, 60, 5
FRONT_NOT_ACTIVE, CALM = 8, (30, 60, 120, 240)


class CtpError(Exception):
    code = property(lambda self: self.args[0])


class OrderOutcomeUnknown(Exception):
    pass


class Key(NamedTuple):
    front_id: int
    session_id: int
    order_ref: str


class Session(tdapi.CThostFtdcTraderSpi):
    def __init__(self, flow: str) -> None:
        super().__init__()
        self.news, self.ready, self.barred = threading.Condition(threading.RLock()), False, 0
        self.login, self.order_ref, self.request_id, self.waits = (0, 0), 0, 0, 0
        self.sent, self.refused = dict[int, Key](), dict[Key, tuple[int, str]]()
        self.orders, self.answers = dict[Key, dict[str, Any]](), dict[int, int]()
        self.api = tdapi.CThostFtdcTraderApi.CreateFtdcTraderApi(flow)
        self.api.RegisterSpi(self)
        self.api.SubscribePrivateTopic(tdapi.THOST_TERT_RESTART)
        self.api.SubscribePublicTopic(tdapi.THOST_TERT_RESTART)
        self.api.RegisterFront(os.environ["CTP_FRONT"])
        self.api.Init()

    def ask(self, request: str, field: Any, **values: Any) -> tuple[int, int]:
        with self.news:
            self.request_id += 1
            request_id = self.request_id
        for name, value in {"BrokerID": BROKER, **values}.items():
            setattr(field, name, value)
        return request_id, getattr(self.api, request)(field, request_id)

    def passed(self, info: Any) -> bool:
        code = info.ErrorID if info else 0
        if code == FRONT_NOT_ACTIVE and self.waits < len(CALM):
            threading.Timer(CALM[self.waits], self.OnFrontConnected).start()
            self.waits += 1
        elif code:
            self.barred = code
        return code == 0

    def OnFrontConnected(self) -> None:
        if not (self.barred or self.ready):
            values = {"AppID": os.environ["CTP_APP_ID"], "AuthCode": os.environ["CTP_AUTH_CODE"]}
            self.ask("ReqAuthenticate", tdapi.CThostFtdcReqAuthenticateField(), UserID=USER, **values)

    def OnRspAuthenticate(self, data: Any, info: Any, request_id: int, last: bool) -> None:
        if self.passed(info):
            values = {"UserID": USER, "Password": os.environ["CTP_PASSWORD"]}
            self.ask("ReqUserLogin", tdapi.CThostFtdcReqUserLoginField(), **values)

    def OnRspUserLogin(self, data: Any, info: Any, request_id: int, last: bool) -> None:
        if self.passed(info):
            self.login, self.order_ref = (data.FrontID, data.SessionID), max(self.order_ref, int(data.MaxOrderRef or 0))
            self.ask("ReqSettlementInfoConfirm", tdapi.CThostFtdcSettlementInfoConfirmField(), InvestorID=USER)

    def OnRspSettlementInfoConfirm(self, data: Any, info: Any, request_id: int, last: bool) -> None:
        with self.news:
            self.ready = self.passed(info)
            self.waits = 0 if self.ready else self.waits
            self.news.notify_all()

    def OnFrontDisconnected(self, reason: int) -> None:
        with self.news:
            self.ready = False
            self.news.notify_all()

    def OnRtnOrder(self, data: Any) -> None:
        names = ("OrderStatus", "OrderSubmitStatus", "VolumeTraded", "ExchangeID", "OrderSysID", "StatusMsg")
        with self.news:
            self.orders[Key(data.FrontID, data.SessionID, data.OrderRef.strip())] = {n: getattr(data, n) for n in names}
            self.news.notify_all()

    def OnRspOrderInsert(self, data: Any, info: Any, request_id: int, last: bool) -> None:
        with self.news:
            key = self.sent.get(request_id)
            if info and info.ErrorID and data and key and key.order_ref == data.OrderRef.strip():
                self.refused[key] = (info.ErrorID, info.ErrorMsg)
                self.news.notify_all()

    def OnErrRtnOrderInsert(self, data: Any, info: Any) -> None:
        if data:
            self.OnRspOrderInsert(data, info, data.RequestID, True)

    def OnRspQryOrder(self, data: Any, info: Any, request_id: int, last: bool) -> None:
        if data:
            self.OnRtnOrder(data)
        if last:
            self.OnRspError(info, request_id, last)

    def OnRspError(self, info: Any, request_id: int, last: bool) -> None:
        with self.news:
            self.answers[request_id] = info.ErrorID if info else 0
            self.news.notify_all()

    def settle(self, key: Key, instrument: str) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with self.news:
                if key in self.refused:
                    raise CtpError(*self.refused[key])
                if key in self.orders:
                    return self.orders[key]
            if self.ready:
                values = {"InvestorID": USER, "InstrumentID": instrument}
                request_id, code = self.ask("ReqQryOrder", tdapi.CThostFtdcQryOrderField(), **values)
                with self.news:
                    self.news.wait_for(lambda: code or request_id in self.answers or not self.ready, ANSWER)
            time.sleep(PAUSE)
        raise OrderOutcomeUnknown(key)

    def place(self, order: Mapping[str, Any], journal: Path) -> tuple[Key, dict[str, Any]]:
        with self.news:
            if not self.ready:
                raise CtpError(self.barred)
            self.order_ref = max(self.order_ref + 1, int(time.time() * 100))
            key = self.sent[self.request_id + 1] = Key(*self.login, str(self.order_ref))
            with journal.open("a", encoding="utf-8") as file:
                file.write(json.dumps([*key, dict(order)]) + "\n")
                file.flush()
                os.fsync(file.fileno())
            own = {"InvestorID": USER, "OrderRef": key.order_ref, "RequestID": self.request_id + 1}
            code = self.ask("ReqOrderInsert", tdapi.CThostFtdcInputOrderField(), **{**order, **own})[1]
            if code in (-2, -3):
                raise CtpError(code)
            if code == 0:
                self.news.wait_for(lambda: key in self.orders or key in self.refused or not self.ready, ANSWER)
        return key, self.settle(key, order["InstrumentID"])


def place_order(session: Session, order: Mapping[str, Any], journal: Path) -> tuple[Key, dict[str, Any]]:
    for _ in range(TRIES):
        try:
            return session.place(order, journal)
        except CtpError as error:
            if error.code not in (-2, -3):
                raise
            time.sleep(PAUSE)
    return session.place(order, journal)
