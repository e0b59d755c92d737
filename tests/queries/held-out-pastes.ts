/**
 * Pastes written from the catalogs alone by the author of held-out.ts, before anything was fixed. All keys, ids
 * and tokens are invented.
 */
import { first, type Query } from './query.ts';

const lines = (...text: readonly string[]): string => text.join('\n');

const mexc: readonly Query[] = first(
  [
    'mexc-futures/2015',
    `2026-03-14 09:41:07,318 ERROR trader.py:212 order failed px=64213.5 vol=3 resp={'success': False, 'code': 2015, 'message': 'Price or quantity accuracy error'}`,
  ],
  [
    'mexc-futures/2009',
    lines(
      'Traceback (most recent call last):',
      '  File "/home/bot/run.py", line 1002, in close_all',
      '    ex.create_order(sym, "market", "sell", 12, None, {"reduceOnly": True})',
      '  File "/usr/lib/python3/dist-packages/ccxt/mexc.py", line 2005, in create_order',
      '    raise ExchangeError(feedback)',
      'ccxt.base.errors.ExchangeError: mexc {"success":false,"code":2009,"message":"Position is not exists or closed."}',
    ),
  ],
  [
    'mexc-futures/2005',
    lines(
      'InsufficientFunds: mexc {"success":false,"code":2005,"message":"Insufficient balance!"}',
      '    at mexc.throwExactlyMatchedException (/srv/bot/node_modules/ccxt/js/src/base/Exchange.js:4001:19)',
      '    at mexc.handleErrors (/srv/bot/node_modules/ccxt/js/src/mexc.js:5471:14)',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
    ),
  ],
  [
    'mexc-futures/511',
    String.raw`{"log":"2026-05-02T11:03:22.101Z ERR place order: {\"success\":false,\"code\":511,\"message\":\"Endpoint inaccessible\"}\n","stream":"stderr","time":"2026-05-02T11:03:22.103400512Z"}`,
  ],
  [
    'mexc-futures/602',
    String.raw`time="2026-02-01T08:00:13Z" level=error msg="POST /api/v1/private/order/submit" body="{\"success\":false,\"code\":602,\"message\":\"Signature verification failed!\"}" status=200 elapsed=143ms`,
  ],
  [
    'mexc-futures/513',
    lines(
      'Exception in thread "main" java.lang.IllegalStateException: {"success":false,"code":513,"message":"Invalid request(for open api serves time more or less than 10s)"}',
      '\tat com.example.bot.ContractClient.send(ContractClient.java:600)',
      '\tat com.example.bot.Main.main(Main.java:41)',
    ),
  ],
  [
    'mexc-futures/401',
    lines(
      '* Connected to contract.mexc.com (203.0.113.21) port 443 (#0)',
      '> GET /api/v1/private/account/assets HTTP/2',
      '> Host: contract.mexc.com',
      '> ApiKey: mx0vINVENTED',
      '> Request-Time: 1772358402005',
      '>',
      '< HTTP/2 200',
      '< date: Sun, 01 Mar 2026 09:46:42 GMT',
      '< content-type: application/json;charset=UTF-8',
      '< content-length: 52',
      '<',
      '{"success":false,"code":401,"message":"Unauthorized"}',
    ),
  ],
  ['mexc-futures/2011', `order res: { success: false, code: 2011, message: 'Order quantity error' }`],
  [
    'mexc-futures/2008',
    lines('{', '    "success" : false,', '    "code" : 2008,', '    "message" : "可平数量不足"', '}'),
  ],
  [
    'mexc-futures/406',
    `b'{"success":false,"code":406,"message":"Accessed IP is not in the whitelist"}' status_code=200 ip=203.0.113.7`,
  ],
  ['mexc-futures/2028', `resp.text[:60] = {"success":false,"code":2028,"message":"The maximum order quan`],
  [
    'mexc-futures/2021',
    '[WARN] futures order rejected (2021): The single leverage is not consistent with the existing position leverage [orderId=739113577038255616 lev=20]',
  ],
  [
    'mexc-futures/2004',
    lines(
      '2026-06-09 03:15:00,441 - freqtrade.worker - ERROR - OperationalException:',
      'Could not create limit sell order on market DOGE/USDT:USDT. Tried to sell amount 3002.0 at rate 0.2015. Message: mexc {"success":false,"code":2004,"message":"Low-price for selling"}',
    ),
  ],
  ['mexc-futures/1001', `<- {"channel":"rs.error","data":"Contract doesn't exist!","ts":1714552800123}`],
  [
    'mexc-futures/2014',
    `POST https://contract.mexc.com/api/v1/private/order/submit_batch 60 orders -> {"code":2014,"success":false,"message":"The quantity of batch order exceeds the limit"}`,
  ],
  [
    ['mexc-futures/510', 'mexc-futures/602'],
    lines(
      '10:10:00.510 {"success":false,"code":510,"message":"Requests are too frequent, please try again later"}',
      '10:10:02.001 retry 1/5',
      '10:10:02.233 {"success":false,"code":602,"message":"Signature verification failed!"}',
    ),
  ],
  [
    'mexc-futures/2005',
    '{"success":true,"code":0,"data":[{"externalOid":"grid-17","orderId":null,"errorCode":2005,"errorMsg":"Insufficient balance!"}]}',
  ],
  ['mexc-futures/6001', `HTTP 200 {"success": false, "code": 6001, "message": "Trading forbidden", "data": null}`],
);

const alltick: readonly Query[] = first(
  [
    'alltick/604',
    lines(
      '> GET /quote-stock-b-api/kline?token=invented-token-c-app&query=%7B%22trace%22%3A%22t-1%22%7D HTTP/1.1',
      '> Host: quote.alltick.co',
      '> User-Agent: curl/8.5.0',
      '< HTTP/1.1 200 OK',
      '< Server: nginx/1.18.0',
      '< Content-Length: 101',
      '{"ret":604,"msg":"code unauthorized","trace":"t-1","data":null}',
      '* Connection #0 to host quote.alltick.co left intact',
    ),
  ],
  [
    'alltick/400#data-param',
    lines(
      '{',
      '  "ret": 400,',
      '  "msg": "request data param invalid",',
      '  "trace": "c1000200-3001-4001-9001-000000001002",',
      '  "data": {}',
      '}',
    ),
  ],
  [
    'alltick/606',
    'ws recv: {"ret":606,"msg":"too many requests and connection will be closed","cmd_id":22003,"seq_id":429,"trace":"edd5df80-df7f-4acf-8f67-68fd2f096426","data":{}}',
  ],
  ['alltick/201', `on_message {"ret":201,"msg":"request header param invalid","cmd_id":22999,"seq_id":1,"trace":"x"}`],
  [
    'alltick/600',
    `INFO:root:{'ret': 600, 'msg': 'code invalid', 'trace': 'py-1714552800', 'data': {}} (symbol 700HK, 401 ms)`,
  ],
  ['alltick/429', '  retry 3/5 {"ret" : 429 , "msg" : "Too Many Requests" , "trace" : "5001" , "data" : { } }'],
  ['alltick/402', `{ ret: 402, msg: 'query invalid', trace: 'node-17', data: {} }`],
  ['alltick/605', 'ret=605 msg="too many requests" trace=9f1c symbol=700.HK took=31ms'],
  [
    'alltick/601',
    lines(
      'panic: alltick: ret=601 msg=body empty',
      '',
      'goroutine 1 [running]:',
      'main.batch(0xc000012603, 0x429)',
      '\t/app/main.go:603 +0x1a5',
    ),
  ],
  [
    'alltick/603',
    '{&quot;ret&quot;:603,&quot;msg&quot;:&quot;token level not enough&quot;,&quot;trace&quot;:&quot;b7&quot;,&quot;data&quot;:{}}',
  ],
  ['alltick/401', `<Response [200]> {"ret":401,"msg":"token invalid","trace":"a-1","data":{}}`],
);

const tickdb: readonly Query[] = first(
  [
    'tickdb/3001',
    lines(
      '< HTTP/2 429',
      '< date: Tue, 10 Mar 2026 01:02:03 GMT',
      '< retry-after: 17',
      '< x-ratelimit-limit: 600',
      '< x-ratelimit-remaining: 0',
      '< content-type: application/json',
      '<',
      '{"code":3001,"message":"Rate limit exceeded"}',
    ),
  ],
  [
    'tickdb/1001',
    lines(
      'AxiosError: Request failed with status code 401',
      '    at settle (/app/node_modules/axios/dist/node/axios.cjs:1002:12)',
      `  code: 'ERR_BAD_REQUEST',`,
      `    data: { code: 1001, message: 'Invalid or expired token' }`,
    ),
  ],
  [
    'tickdb/3004',
    '{"cmd":"subscribe","code":3004,"message":"Subscription limit exceeded","data":{"channel":"ticker","symbols":["AAPL.US","700.HK"]}}',
  ],
  [
    'tickdb/4004',
    '{"cmd":"subscribe","code":4004,"message":"Trade subscriptions temporarily unavailable","data":{"channel":"trade","suggestion":"Use HTTP API /v1/market/trades"}}',
  ],
  ['tickdb/2001', '{"code":2001,"message":"Invalid parameter: interval must be one of 1m,3m,5m,15m,30m"}'],
  [
    'tickdb/AMBIGUOUS_SYMBOL',
    `{'code': 'AMBIGUOUS_SYMBOL', 'message': 'symbol SPX exists in 2 types', 'data': {'available_types': ['indices', 'stock']}}`,
  ],
  ['tickdb/1004', 'GET /v1/market/depth?symbol=AAPL.US 403 {"code": "1004", "message": "Permission denied"}'],
  ['tickdb/1002', 'Error: code=1002, message=Token is required, path=/v1/market/kline'],
  [
    'tickdb/5001',
    '2026-04-01 16:00:01.500  WARN 2003 --- [nio-8080-exec-1] c.e.QuoteService : body: {"code":5001,"message":"Data source unavailable"}',
  ],
  [
    'tickdb/2002',
    `thread 'main' panicked at src/main.rs:3001:9: called \`Result::unwrap()\` on an \`Err\` value: ApiError { code: 2002, message: "Symbol not found" }`,
  ],
  [
    'tickdb/4002',
    'ws closed 1006 (abnormal), last frame {"cmd":"error","code":4002,"message":"Invalid message format"}',
  ],
  ['tickdb/3003', '{“code”:3003，“message”:“Connection limit exceeded”}'],
);

const gm: readonly Query[] = first(
  [
    'myquant-gm/1000',
    lines(
      'Traceback (most recent call last):',
      String.raw`  File "D:\quant\main.py", line 37, in <module>`,
      `    df = history(symbol='SHSE.600519', frequency='1d', start_time='2019-01-02', end_time='2019-12-31', df=True)`,
      String.raw`  File "C:\Python39\lib\site-packages\gm\api\query.py", line 1022, in history`,
      'gm.api._errors.GmError: {"status": 1000, "message": "错误或无效的token", "function": "history"}',
    ),
  ],
  ['myquant-gm/3001', '{"status": 3001, "message": "流控; 请等待 12000 毫秒后重试", "function": "get_history_symbol"}'],
  [
    'myquant-gm/1201',
    '2026-03-02 09:30:01.223 行情重连中..., error code=1201, info=实时行情服务连接断开. 可用on_error事件处理',
  ],
  [
    'myquant-gm/2003',
    '发生错误, 调用默认的处理函数, error code=2003, info=订阅实时行情失败.  你可以在策略里自定义on_error函数接管它. 类似于on_tick',
  ],
  [
    'myquant-gm/1101',
    lines(
      '2026-03-02 10:00:00 [strategy_1200] order_volume SHSE.600000 1000 股 @ 10.24',
      '发生错误, 调用默认的处理函数, error code=1101, info=交易消息服务断开.  你可以在策略里自定义on_error函数接管它. 类似于on_tick',
    ),
  ],
  ['myquant-gm/-1', 'GmError: {"status": -1, "message": "参数symbols不能为空", "function": "subscribe"}'],
  ['myquant-gm/1010', '1010 无法获取掘金服务器地址列表'],
  [
    'myquant-gm/1027',
    String.raw`{"status": 1027, "message": "\u8f93\u5165\u53c2\u6570\u9519\u8bef", "function": "schedule"}`,
  ],
  ['myquant-gm/1300', `on_error code='1300' info='初始化回测失败，可能是终端未启动或无法连接到终端'`],
);

export const heldOutPastes: readonly Query[] = [...mexc, ...alltick, ...tickdb, ...gm];
