/** Pasted log lines of gm, transcripts of curl, and traces with other numbers in them. */
import { first, type Query } from './query.ts';

const gm: readonly Query[] = first(
  [
    'myquant-gm/1201',
    '行情重连中..., error code=1201, info=实时行情服务连接断开. 可用on_error事件处理',
    `2024-05-01 09:31:05,602 行情重连中..., error code=1201, info=实时行情服务连接断开. 可用on_error事件处理
2024-05-01 09:31:08,401 行情重连中..., error code=1201, info=实时行情服务连接断开. 可用on_error事件处理`,
  ],
  ['myquant-gm/1200', '行情重连中..., error code=1200, info=实时行情服务连接失败. 可用on_error事件处理'],
  [
    'myquant-gm/1100',
    '发生错误, 调用默认的处理函数, error code=1100, info=交易消息服务连接失败.  你可以在策略里自定义on_error函数接管它. 类似于on_tick',
  ],
  [
    'myquant-gm/1202',
    '发生错误, 调用默认的处理函数, error code=1202, info=订阅实时行情失败.  你可以在策略里自定义on_error函数接管它. 类似于on_tick',
  ],
  [
    'myquant-gm/3001',
    '发生错误, 调用默认的处理函数, error code=3001, info=流控.  你可以在策略里自定义on_error函数接管它. 类似于on_tick',
  ],
  [
    'myquant-gm/1000',
    `Traceback (most recent call last):
  File "C:\\Users\\me\\strategy\\main.py", line 1002, in <module>
    data = get_history_symbol(symbol='SHSE.600519', start_date='2024-01-01')
  File "C:\\Python39\\lib\\site-packages\\gm\\api\\_errors.py", line 2001, in wrapper
    raise GmError(status, message, function)
gm.api._errors.GmError: {"status": 1000, "message": "错误或无效的token", "function": "get_history_symbol"}`,
    'GmError: {"status": 1000, "message": "错误或无效的token", "function": "set_token"}',
    `on_error: code 1000, info 错误或无效的token`,
  ],
  [
    'myquant-gm/3001',
    `gm.api._errors.GmError: {"status": 3001, "message": "流控; 每5分钟1000次", "function": "history"}`,
  ],
  [
    'myquant-gm/1301',
    `  File "main.py", line 401, in run
GmError: {'status': 1301, 'message': '回测时间区间错误', 'function': 'run'}`,
  ],
  ['myquant-gm/1010', `2024-05-01 09:30:00 - ERROR - 无法获取掘金服务器地址列表 (尝试 3 次, 端口 7001)`],
  ['myquant-gm/2002', "on_error code='2002' info='超出业务授权'"],
);

const curl: readonly Query[] = first(
  [
    'mexc-futures/602',
    `$ curl -v -X POST https://contract.mexc.com/api/v1/private/order/submit -H 'Request-Time: 1714529700123'
* Connected to contract.mexc.com (104.18.1.1) port 443 (#0)
> POST /api/v1/private/order/submit HTTP/1.1
> Host: contract.mexc.com
> User-Agent: curl/8.5.0
> Content-Length: 1001
< HTTP/1.1 200 OK
< Date: Wed, 01 May 2024 10:15:00 GMT
< Content-Type: application/json
< Content-Length: 72
<
{"success":false,"code":602,"message":"Signature verification failed!"}`,
  ],
  [
    'alltick/401',
    `> GET /quote-b-api/kline?token=xxxx&query=%7B%22trace%22%3A%221%22%7D HTTP/2
> Host: quote.alltick.io
< HTTP/2 401
< content-type: application/json
< content-length: 602
{"ret":401,"msg":"token invalid","trace":"1002","data":{}}`,
  ],
  [
    'tickdb/3001',
    `< HTTP/1.1 429 Too Many Requests
< Retry-After: 401
< X-RateLimit-Limit: 600
< Content-Type: application/json
<
{"code":3001,"message":"Rate limit exceeded","data":null}`,
  ],
  [
    'tickdb/1002',
    `curl -i "https://api.tickdb.ai/v1/market/kline?symbol=AAPL.US&interval=1m&limit=500"
HTTP/2 401
date: Fri, 16 Jul 2026 08:00:01 GMT
content-length: 1001

{"code":1002,"message":"Token is required"}`,
  ],
  [
    'mexc-futures/1002',
    `curl https://contract.mexc.com/api/v1/private/order/submit
HTTP/1.1 400 Bad Request
error code 1002`,
  ],
);

const traces: readonly Query[] = first(
  [
    'tickdb/2002',
    `Error: request failed
    at TickClient.request (/app/src/tickdb.js:1001:13)
    at async main (/app/index.js:401:3) {
  status: 400,
  response: { code: 2002, message: 'Symbol not found', data: null },
  time: 1714529700123
}`,
  ],
  [
    'mexc-futures/2015',
    `java.lang.RuntimeException: order 1700000001001 rejected at price 2005.5
	at com.example.mexc.Client.send(Client.java:602)
	at com.example.mexc.Client.order(Client.java:1001)
	at java.base/java.lang.Thread.run(Thread.java:1583)
Caused by: com.example.ApiException: {"success":false,"code":2015,"message":"Price or quantity accuracy error"}
	... 12 more`,
  ],
  [
    'alltick/603',
    `2024/05/01 10:15:00 main.go:401: alltick: ret=603 msg=token level not enough trace=1002-3004
exit status 1`,
  ],
  [
    'mexc-futures/2032',
    `2024-05-01 10:15:00 ERROR order rejected: Order price is less than long position force liquidate price (id 20050001, px 1002.5)`,
  ],
  [
    'mexc-futures/1001',
    `[10:15:00] ws closed 1006
[10:15:01] error code: 1001, Contract does not exist
[10:15:02] reconnect in 5001 ms`,
  ],
  [
    'tickdb/3003',
    `panic: tickdb: Connection limit exceeded

goroutine 1001 [running]:
main.connect(0x1002, 0x401)
	/app/ws.go:602 +0x1f3
exit status 2`,
  ],
  [
    'tickdb/1004',
    `Uncaught (in promise) Error: {"code":1004,"message":"Permission denied"}
    at fetchTick (bundle.js:2001:602)
    at HTMLButtonElement.onclick (index.html:401:1)`,
  ],
  [
    'mexc-futures/6001',
    `RuntimeError: error code: 6001\n  File "bot.py", line 1002`,
    `ERROR mexc order failed errorCode=6001 orderId=10021001 port=5001`,
  ],
  [
    'alltick/606',
    `WebSocketConnectionClosedException: Connection is already closed. [2024-05-01 10:15:00]
on_message: {"ret":606,"msg":"too many requests and connection will be closed","cmd_id":22005,"seq_id":1002,"trace":"1714529700","data":{}}
on_close: 1000 1001`,
  ],
  ['mexc-futures/2037', `下单失败：错误码 2037，时间 2024-05-01 10:15:00，价格 1002.5，数量 602`],
  [
    'mexc-futures/2005',
    `抹茶下單失敗，返回：{"success":false,"code":2005,"message":"Insufficient balance!"}，線上環境，埠 8080`,
  ],
  [
    'mexc-futures/2011',
    `time="2024-05-01T10:15:00Z" level=error msg="submit order" exchange=mexc code=2011 message="Order quantity error" latency=602ms`,
  ],
  [
    'mexc-futures/6003',
    `[2024-05-01 10:15:00][ERROR][pid:1001] request=POST /api/v1/private/order/list_orders status=200 resp={"success":false,"code":6003,"message":"Time range error"} cost=1002ms`,
  ],
  [
    'tickdb/5002',
    `Exception in thread "main" java.io.IOException: Unexpected response {"code":5002,"message":"Service temporarily unavailable"}
	at com.acme.TickDb.get(TickDb.java:401)
	at com.acme.Main.main(Main.java:1001)`,
  ],
  [
    'alltick/600',
    `axios error: Request failed with status code 400
response.data: { ret: 600, msg: 'code invalid', trace: '1714529700', data: {} }
    at createError (/app/node_modules/axios/lib/core/createError.js:16:15)
    at settle (/app/node_modules/axios/lib/core/settle.js:17:12)`,
  ],
  [
    'alltick/402',
    `fetch https://quote.alltick.io/quote-b-api/kline failed
{
  "ret": 402,
  "msg": "query invalid",
  "trace": "1001-2005",
  "data": {}
}`,
  ],
  [
    'mexc-futures/402',
    `AuthenticationError: {"success":false,"code":402,"message":"Api_key expired"}
During handling of the above exception, another exception occurred:
  File "/srv/run.py", line 1001, in retry
  File "/srv/run.py", line 2001, in retry`,
  ],
  [
    'mexc-futures/2028',
    `2024-05-01T10:15:00+08:00 stderr F  mexc: The maximum order quantity is exceeded`,
    `RuntimeError("order rejected: The maximum order quantity is exceeded")\n  at line 1002`,
  ],
  [
    'myquant-gm/1021',
    `Traceback (most recent call last):
  File "main.py", line 20, in <module>
    run(strategy_id='1001', filename='main.py', mode=MODE_BACKTEST, token='xxxx', backtest_start_time='2024/01/01')
  File "gm/api/basic.py", line 1002, in run
    raise GmError(status, msg, 'run')
GmError: {"status": 1021, "message": "非法日期格式", "function": "run"}`,
  ],
  [
    'myquant-gm/1101',
    `2024-05-01 14:00:02 发生错误, 调用默认的处理函数, error code=1101, info=交易消息服务断开.  你可以在策略里自定义on_error函数接管它. 类似于on_tick
2024-05-01 14:00:05 重连成功`,
  ],
  [
    'myquant-gm/1020',
    `on_error(context, code='1020', info='无效的ACCOUNT_ID')`,
    `error code=1020, info=无效的ACCOUNT_ID`,
  ],
  [
    'tickdb/4001',
    `WS <- {"cmd":"subscribe","code":4001,"message":"Unknown command","data":null}
WS -> {"cmd":"ping","ts":1714529700401}
WS <- {"cmd":"pong","ts":1714529700602}`,
  ],
  [
    'tickdb/2004',
    `HTTP 400: {"code":2004,"message":"Request limit exceeded"}`,
    `Got 400 from server, body: {'code': 2004, 'message': 'Request limit exceeded'}`,
  ],
  [
    'alltick/603',
    `{"asctime":"2024-05-01 10:15:00","levelname":"ERROR","lineno":401,"message":"kline failed: {\\"ret\\": 603, \\"msg\\": \\"token level not enough\\", \\"trace\\": \\"x\\"}"}`,
  ],
  [
    'mexc-futures/1002',
    `Error: mexc {"success":false,"code":1002,"message":"Contract not allow place order!"}
    at /app/bot.js:602:11
{"success":true,"code":0,"data":{"id":1001}}`,
    `{"code":0,"message":"success"}
{"success":false,"code":1002,"message":"Contract not activated"}`,
  ],
  ['myquant-gm/1303', `strategy.log:1002: [ERROR] ERR_BT_WRITE_CACHE_ERROR at 2024-05-01`],
);

export const pastedLogs: readonly Query[] = [...gm, ...curl, ...traces];
