/**
 * A second, harder set by the author of held-out.ts, written before the finder was read and anything was fixed:
 * other languages' ways to print an answer, wrappers, traps beside the code, and words further from those of the
 * catalogs.
 */
import { among, first, type Query } from './query.ts';
import { anyRate } from './rates.ts';

const lines = (...text: readonly string[]): string => text.join('\n');

export const hardPastes: readonly Query[] = first(
  [
    'mexc-futures/2005',
    'ApiResponse(success=false, code=2005, message=Insufficient balance!, data=null)',
    '2026-03-01,BTC_USDT,buy,64001,5,FAILED,2005,"Insufficient balance!"',
  ],
  ['mexc-futures/602', '{Success:false Code:602 Message:Signature verification failed! Data:<nil>}'],
  ['alltick/603', '&{Ret:603 Msg:token level not enough Trace:abc Data:{KlineList:[]}}'],
  [
    'mexc-futures/2015',
    lines(
      'array(3) {',
      '  ["success"]=>',
      '  bool(false)',
      '  ["code"]=>',
      '  int(2015)',
      '  ["message"]=>',
      '  string(32) "Price or quantity accuracy error"',
      '}',
    ),
  ],
  ['alltick/600', lines('Array', '(', '    [ret] => 600', '    [msg] => code invalid', '    [trace] => php-1002', ')')],
  ['alltick/402', '{"ret"=>402, "msg"=>"query invalid", "trace"=>"rb-1"}'],
  ['tickdb/1003', 'error=%7B%22code%22%3A1003%2C%22message%22%3A%22IP%20address%20not%20in%20whitelist%22%7D&retry=0'],
  ['tickdb/2004', lines('{"code":2004,"mess', 'age":"Request limit exceeded"}')],
  [
    'mexc-futures/2033',
    "\u001b[31mERROR\u001b[0m { success: \u001b[33mfalse\u001b[39m, code: \u001b[33m2033\u001b[39m, message: \u001b[32m'Order price is more than short position force liquidate price'\u001b[39m }",
  ],
  ['myquant-gm/1021', "GmError(status=1021, message='非法日期格式', function='run')"],
  [
    'myquant-gm/1202',
    'strategy_1  | 发生错误, 调用默认的处理函数, error code=1202, info=订阅实时行情失败.  你可以在策略里自定义on_error函数接管它. 类似于on_tick',
  ],
  ['myquant-gm/1100', 'on_error: 1100 交易消息服务连接失败'],
  [
    'myquant-gm/1014',
    lines(
      'GmError: {"status": 1014, "message": "历史行情服务调用错误; context deadline exceeded", "function": "history"}',
      '  File "main.py", line 2001, in on_bar',
      'environment: production, release 1.0.22',
    ),
  ],
  ['myquant-gm/1301', '掘金\t1301\t回测时间区间错误\t2026-03-01'],
  [
    'mexc-futures/2003',
    lines('❌ 下单失败 BTC_USDT 做多 5张 @64210.5', '错误码 2003: Bid price is great than max allow price'),
  ],
  ['mexc-futures/2031', '【抹茶机器人】ETH_USDT 开多失败，错误码：2031，请检查'],
  ['tickdb/3003', 'tickdb ws error: code 3003 (Connection limit exceeded); reconnect in 5000 ms'],
  ['alltick/605', '[alltick] recv err 605, sleep 3001 ms'],
  ['mexc-futures/1002', 'mexc: Exception: Contract not allow place order! (BTC_USDT, side=1, vol=600)'],
  [
    'tickdb/1002',
    lines(
      'HTTP/2 401',
      'content-type: application/json',
      'content-length: 44',
      '',
      '{"code":1002,"message":"Token is required"}',
    ),
  ],
  [
    'tickdb/3001',
    'feign.FeignException$TooManyRequests: [429] during [GET] to [https://api.tickdb.ai/v1/market/ticker?symbols=BTCUSDT] [QuoteClient#ticker(String)]: [{"code":3001,"message":"Rate limit exceeded"}]',
  ],
  [
    'tickdb/4003',
    lines(
      '{"cmd":"subscribe","code":0,"message":"success"}',
      '{"cmd":"subscribe","code":4003,"message":"Depth subscriptions temporarily unavailable","data":{"channel":"depth"}}',
    ),
  ],
  [
    'alltick/606',
    lines(
      '{"ret":200,"msg":"ok","cmd_id":22001,"seq_id":1,"trace":"hb-1","data":{}}',
      '{"ret":606,"msg":"too many requests and connection will be closed","cmd_id":22003,"seq_id":2,"trace":"hb-2","data":{}}',
    ),
  ],
  ['mexc-futures/603', '{"message":"Duplicate request","code":603,"success":false}'],
  ['mexc-futures/600', '{"code":600,"message":"Parameter error"}'],
  ['alltick/401', '{"msg":"token invalid","ret":401}'],
  [
    'mexc-futures/2006',
    '{"status":"error","exchange":"mexc","error":{"success":false,"code":2006,"message":"Leverage ratio error"},"ts":1714552801001}',
  ],
  ['alltick/604', '{"code":-1,"msg":"upstream failed","data":{"ret":604,"msg":"code unauthorized","trace":"1"}}'],
  [
    'mexc-futures/2007',
    String.raw`{"timestamp":"2026-03-01T10:00:00Z","status":500,"error":"Internal Server Error","message":"{\"success\":false,\"code\":2007,\"message\":\"Order price error\"}","path":"/api/orders"}`,
  ],
  [
    'mexc-futures/510',
    'ccxt.base.errors.RateLimitExceeded: mexc GET https://contract.mexc.com/api/v1/contract/detail 429 Too Many Requests {"success":false,"code":510,"message":"Excessive frequency of requests"}',
  ],
  [
    'mexc-futures/2022',
    lines(
      'E   AssertionError: assert 2022 == 0',
      "E    +  where 2022 = {'success': False, 'code': 2022, 'message': 'Wrong position type'}['code']",
      'tests/test_orders.py:1001: AssertionError',
    ),
  ],
  [
    'mexc-futures/601',
    String.raw`"{\"event\":\"resp\",\"raw\":\"{\\\"success\\\":false,\\\"code\\\":601,\\\"message\\\":\\\"Data decoding error\\\"}\"}"`,
  ],
);

export const hardMessages: readonly Query[] = first(
  ['mexc-futures/2013', 'Cancel orders over the maximum limits'],
  ['mexc-futures/2026', 'Modification of leverage not supported for cross margin'],
  ['mexc-futures/406', 'Accessed IP 203.0.113.9 is not in the whitelist'],
  ['mexc-futures/402', 'Api key expired'],
  ['mexc-futures/3001', 'Trigger price type err'],
  ['mexc-futures/5002', 'stop-limit order doesnt exist or has been closed'],
  ['tickdb/1003', 'IP adress not in white list'],
  ['tickdb/4001', 'Unkown command: sub'],
  ['myquant-gm/1024', '获取 orgcode 失败'],
  ['myquant-gm/1020', '无效的account_id: 8f3c'],
  ['myquant-gm/1029', '超出最大限制'],
  [['myquant-gm/1202', 'myquant-gm/2003'], '订阅实时行情失败！'],
);

const quotesLost = ['myquant-gm/1201', 'myquant-gm/1200'];
const notTradable = ['mexc-futures/6005', 'mexc-futures/1002', 'mexc-futures/1001'];

export const hardWords: readonly Query[] = among(
  [['mexc-futures/2006', 'mexc-futures/2021'], '杠杆倍数填错了'],
  ['mexc-futures/2003', '买价太高'],
  ['mexc-futures/5001', '止盈止损 都没填'],
  [notTradable, '合约下架了', 'symbol delisted futures'],
  [['mexc-futures/600', 'myquant-gm/1027', 'tickdb/2001'], '下单报参数错误'],
  [['tickdb/3003', 'alltick/606'], '连接数超了'],
  ['tickdb/4003', '深度行情订阅不了'],
  ['myquant-gm/1015', '策略服务挂了'],
  ['tickdb/1002', '没带 api key'],
  [quotesLost, '行情断线重连', '即時行情 斷線', 'live quotes disconnected'],
  ['mexc-futures/1000', '帳號不存在 合約', 'futures account missing'],
  ['mexc-futures/2028', '下單數量太大'],
  ['mexc-futures/5002', '停利停損單 不見了'],
  ['mexc-futures/4001', '幣種不支援'],
  [anyRate, '請求太頻繁', 'slow down too fast'],
  [['mexc-futures/601', 'tickdb/4002', 'alltick/400', 'alltick/601'], 'json body malformed'],
  [['mexc-futures/603', 'mexc-futures/2042'], 'duplicate order'],
  [['mexc-futures/501', 'tickdb/5002'], 'server overloaded'],
  ['mexc-futures/703', 'permission read positions'],
  [['tickdb/2003', 'mexc-futures/6003', 'myquant-gm/1029'], 'date range too long'],
  ['tickdb/4001', 'subscribe unknown cmd'],
  ['mexc-futures/2032', 'price below liquidation'],
  [['mexc-futures/703', 'mexc-futures/704'], 'trading permission api key'],
  ['myquant-gm/1026', 'token refresh failed'],
);
