/** Pasted answers in every form in which they are printed, and from other files: log lines, traces, transcripts. */
import { pastedLogs } from './pasted-logs.ts';
import { first, type Query } from './query.ts';

const json: readonly Query[] = first(
  [
    'mexc-futures/1002',
    '{"success":false,"code":1002,"message":"Contract not allow place order!"}',
    '{"success": false, "code": 1002, "message": "some wording nobody has seen"}',
    '{"success":false,"code":1002}',
    `{
  "success": false,
  "code": 1002,
  "message": "Contract not activated"
}`,
    '{"code":1002,"message":"Contract not allow place order!"}',
    '{"success":false,"code":"1002","message":"Contract not activated"}',
    '{"success":false,"code":1002,"message":"Contract not allow pl',
    '{&quot;success&quot;:false,&quot;code&quot;:1002,&quot;message&quot;:&quot;Contract not activated&quot;}',
  ],
  [
    'mexc-futures/602',
    '{"success":false,"code":602,"message":"Signature verification failed!"}',
    '{"message":"Signature verification failed!","code":602,"success":false}',
  ],
  ['mexc-futures/2005', '{"success":true,"code":2005,"message":"Balance insufficient","data":null}'],
  ['mexc-futures/1001', '{"channel":"rs.error","data":"Contract does not exist","ts":1587442022003}'],
  [
    'alltick/401',
    '{"ret":401,"msg":"token invalid","trace":"3baaa938-f92c-4a74-a228-fd49d5e2f8bc","data":{}}',
    '{"ret": 401, "msg": "???"}',
  ],
  [
    'alltick/606',
    '{"ret": 606, "msg": "too many requests and connection will be closed", "cmd_id": 22000, "seq_id": 123, "trace": "3baaa938", "data": {}}',
  ],
  ['alltick/605', '{"ret":605,"msg":"too many requests","trace":"5a-1001-4cb2","data":{}}'],
  ['alltick/429', '{"ret":429,"msg":"Too Many Requests","trace":"x"}'],
  [
    'alltick/201',
    '{"ret":201,"msg":"request header param invalid","cmd_id":22000,"seq_id":1002,"trace":"3baaa938","data":{}}',
  ],
  ['alltick/400#data-param', '{"ret":400,"msg":"request data param invalid","trace":"t","data":{}}'],
  ['alltick/400#header-param', '{"ret":400,"msg":"request header param invalid","trace":"t","data":{}}'],
  [
    'tickdb/1001',
    '{"code":1001,"message":"Invalid or expired token","data":null}',
    '{"code": 1001, "message": "Invalid or expired token"}',
  ],
  ['tickdb/2001', '{"code":2001,"message":"Invalid parameter: limit must be between 1 and 1000","data":null}'],
  [
    'tickdb/4003',
    '{"cmd":"subscribe","code":4003,"message":"Depth subscriptions temporarily unavailable","data":{"channel":"depth","suggestion":"use ticker"}}',
  ],
  ['tickdb/3001', '{"code":3001,"message":"Rate limit exceeded"}'],
  [
    'tickdb/AMBIGUOUS_SYMBOL',
    '{"error":"AMBIGUOUS_SYMBOL","hint":"pass type: stock, indices, crypto, forex, futures"}',
    '{"code":"AMBIGUOUS_SYMBOL","message":"Ambiguous symbol 1001"}',
  ],
  [
    'myquant-gm/1000',
    '{"status": 1000, "message": "错误或无效的token", "function": "get_history_symbol"}',
    '{"status": 1000, "message": "\\u9519\\u8bef\\u6216\\u65e0\\u6548\\u7684token", "function": "history"}',
  ],
  [
    'myquant-gm/1027',
    '{"status": 1027, "message": "输入参数错误; frequency 60s not supported in live mode 1001", "function": "schedule"}',
  ],
  ['myquant-gm/2003', '{"status": 2003, "message": "订阅实时行情失败", "function": "subscribe"}'],
  ['myquant-gm/1202', '{"status": 1202, "message": "订阅实时行情失败", "function": "subscribe"}'],
  ['myquant-gm/-1', '{"status": -1, "message": "symbols can not be empty, got 1001", "function": "history"}'],
);

const python: readonly Query[] = first(
  [
    'mexc-futures/1002',
    "{'success': False, 'code': 1002, 'message': 'Contract not allow place order!'}",
    `{'success': False, 'code': 1002, 'message': "Contract doesn't allow it"}`,
  ],
  [
    'mexc-futures/2009',
    "response: {'success': False, 'code': 2009, 'message': 'Position is not exists or closed.', 'data': None}",
  ],
  ['alltick/604', "{'ret': 604, 'msg': 'code unauthorized', 'trace': 'e2f8-1001', 'data': {}}"],
  ['tickdb/1003', "{'code': 1003, 'message': 'IP address not in whitelist', 'data': None}"],
  [
    'myquant-gm/2001',
    "GmError(status=2001, message='用户无此数据接口权限', function='stk_get_daily_basic')",
    "{'status': 2001, 'message': '用户无此数据接口权限', 'function': 'stk_get_daily_basic'}",
  ],
  ['alltick/402', 'b\'{"ret":402,"msg":"query invalid","trace":"abc","data":{}}\''],
);

const escaped: readonly Query[] = first(
  [
    'mexc-futures/1002',
    '2024-05-01 10:15:00.123 ERROR [http-8080-exec-12] c.e.Trader - order failed: "{\\"success\\":false,\\"code\\":1002,\\"message\\":\\"Contract not allow place order!\\"}"',
    '{"level":"error","ts":1714529700123,"msg":"place order","body":"{\\"success\\":false,\\"code\\":1002,\\"message\\":\\"Contract not activated\\"}"}',
    '{"log":"{\\"level\\":\\"error\\",\\"resp\\":\\"{\\\\\\"success\\\\\\":false,\\\\\\"code\\\\\\":1002,\\\\\\"message\\\\\\":\\\\\\"Contract not activated\\\\\\"}\\"}","stream":"stderr","time":"2024-05-01T10:15:00.602Z"}',
  ],
  [
    'alltick/605',
    'level=error ts=2024-05-01T10:15:00Z caller=quote.go:401 body="{\\"ret\\":605,\\"msg\\":\\"too many requests\\",\\"trace\\":\\"a1002\\",\\"data\\":{}}"',
  ],
  [
    'tickdb/5001',
    '[2024-05-01 10:15:00] app.ERROR: tick: {\\"code\\":5001,\\"message\\":\\"Data source unavailable\\"} {"pid":1001} []',
  ],
  [
    'myquant-gm/1014',
    'WARN retry 3/5 resp="{\\"status\\": 1014, \\"message\\": \\"历史行情服务调用错误\\", \\"function\\": \\"history\\"}" took=1002ms',
  ],
);

const ccxt: readonly Query[] = first(
  [
    'mexc-futures/1002',
    'ccxt.base.errors.InvalidOrder: mexc {"success":false,"code":1002,"message":"Contract not allow place order!"}',
    `Traceback (most recent call last):
  File "/srv/bot/main.py", line 602, in <module>
    run()
  File "/srv/bot/main.py", line 401, in run
    exchange.create_order('BTC/USDT:USDT', 'limit', 'buy', 1, 20050)
  File "/usr/lib/python3.11/site-packages/ccxt/mexc.py", line 2001, in create_order
    response = self.contractPrivatePostOrderSubmit(self.extend(request, params))
  File "/usr/lib/python3.11/site-packages/ccxt/base/exchange.py", line 3001, in handle_errors
    raise exact[string](message)
ccxt.base.errors.InvalidOrder: mexc {"success":false,"code":1002,"message":"Contract not allow place order!"}`,
  ],
  [
    'mexc-futures/602',
    'AuthenticationError: mexc {"success":false,"code":602,"message":"Signature verification failed!"}',
    'ExchangeError [BadSymbol]: mexc {"code":602,"message":"Signature verification failed!"}',
  ],
  [
    'mexc-futures/2005',
    "ccxt.base.errors.InsufficientFunds: mexc {'success': False, 'code': 2005, 'message': 'Insufficient balance!'}",
    'InsufficientFunds: mexc {"success":false,"code":2005}',
  ],
  [
    'mexc-futures/510',
    `RateLimitExceeded: mexc {"success":false,"code":510,"message":"Requests are too frequent, please try again later"}
    at mexc.handleErrors (/app/node_modules/ccxt/js/src/mexc.js:5721:19)
    at mexc.fetch (/app/node_modules/ccxt/js/src/base/Exchange.js:1001:20)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`,
  ],
);

export const pastes: readonly Query[] = [...json, ...python, ...escaped, ...ccxt, ...pastedLogs];
