/** Texts that people pasted in public, by the API they came from. Ids, keys and addresses are invented. */
import { first, type Query } from './query.ts';

export const binanceBoth = (code: string): string[] => [`binance-spot/${code}`, `binance-usds-futures/${code}`];
const ctp = (code: string): string => `ctp/${code}`;

const mexcAndBinance: readonly Query[] = first(
  ['mexc-spot/700002', '{"code":700002,"msg":"Signature for this request is not valid."}'],
  [
    'mexc-spot/700003',
    'HTTP status is 400. Error: {"code":700003,"msg":"Timestamp for this request is outside of the recvWindow."}',
  ],
  [
    ['mexc-spot/700004', ...binanceBoth('-1102')],
    "Mandatory parameter 'signature' was not sent, was empty/null, or malformed.",
  ],
  [
    'mexc-spot/10007',
    '{"code":10007,"msg":"symbol not support api"}',
    'ccxt.base.errors.BadSymbol: mexc {"code":10007,"msg":"symbol not support api"}',
  ],
  ['mexc-spot/26', 'mexc {"code":26,"data":"operation not allowed"}'],
  ['mexc-spot/400', '400 api key required'],
  ['binance-spot/-1013#lot-size-filter-failed', '{"code":-1013,"msg":"Filter failure: LOT_SIZE"}'],
  [
    'binance-spot/-1013#notional-filter-failed',
    'ccxt.base.errors.InvalidOrder: binance {"code":-1013,"msg":"Filter failure: NOTIONAL"}',
  ],
  ['binance-spot/-2010#insufficient-balance', 'Error Message: Account has insufficient balance for requested action.'],
  [
    'binance-spot/-1003#ip-banned-old-wording',
    'BinanceException: Way too much request weight used; IP banned until 1618228675371. Please use the websocket for live updates to avoid bans. (HTTP status code: 418)',
  ],
  [
    'binance-spot/-1003',
    'Too much request weight used; current limit is 1200 request weight per 1 MINUTE. Please use the websocket for live updates to avoid polling the API.',
  ],
  [
    ['mexc-spot/700008', ...binanceBoth('-1100')],
    "Illegal characters found in parameter 'quantity'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.",
  ],
  [
    binanceBoth('-2015'),
    'binance.exceptions.BinanceAPIException: APIError(code=-2015): Invalid API-key, IP, or permissions for action.',
    '报错 APIError(code=-2015): Invalid API-key, IP, or permissions for action, request ip: 203.0.113.7',
  ],
  [
    'binance-spot/-1021#timestamp-ahead-of-server',
    String.raw`{"code":-1021,"msg":"Timestamp for this request was 1000ms ahead of the server's time.","_method":"GET","_url":"https:\/\/api.binance.com\/api\/v3\/account","_httpcode":400}`,
  ],
  [
    'binance-spot/-1022',
    'org.knowm.xchange.binance.dto.BinanceException: -1022: Signature for this request is not valid.',
  ],
  [
    'binance-usds-futures/-4061',
    `ExchangeError binance {"code":-4061,"msg":"Order's position side does not match user's setting."}`,
    "API Error [-4061]: Order's position side does not match user's setting.",
  ],
  [
    'binance-usds-futures/-4164',
    "API Error [-4164]: Order's notional must be no smaller than 20 (unless you choose reduce only).怎么解决",
  ],
  [
    'binance-usds-futures/-4003',
    `Error Info: (BinanceAPIException(<Response [400]>, 400, '{"code":-4003,"msg":"Quantity less than or equal to zero."}')`,
  ],
  [
    'binance-usds-futures/-4014',
    'Order Failed，Code: 400, Msg：{"code":-4014,"msg":"Price not increased by tick size."}',
  ],
  [
    'binance-usds-futures/-4120',
    'Error: -4120 Order type not supported for this endpoint. Please use the Algo Order API endpoints instead.',
  ],
  ['binance-usds-futures/-4046', 'API Error [-4046]: No need to change margin type.'],
  [
    'binance-usds-futures/-1022',
    String.raw`Exception: {"code":-1022,"msg":"Signature for this request is not valid.","_method":"post","_url":"https:\/\/fapi.binance.com\/fapi\/v1\/leverage?symbol=BTCUSDT"}`,
  ],
);

const ctpPastes: readonly Query[] = first(
  [ctp('3'), '交易服务器登录失败，代码：3，信息：CTP:不合法的登录', 'CTP:不合法的登陆 错误代码：3'],
  [ctp('75'), '交易接口登录回报错误 错误ID:75,错误信息:CTP:连续登录失败次数超限，登录被禁止'],
  [ctp('51'), "{'ErrorID': 51, 'ErrorMsg': 'CTP:平昨仓位不足', 'detail': '交易委托失败'}"],
  [ctp('90'), '错误代码90 CTP：查询未就绪'],
  [ctp('4040'), '行情接口报错，代码：4040，信息：CTP:API Front shake hand err: decode err'],
  [ctp('4097'), '交易服务器连接断开，原因4097'],
  [ctp('147'), '撤单失败，代码147，ctp缺少ExchangeID字段'],
  [ctp('91'), 'ErrorID =  = 91\nErrorMsg =  = SHFE:报单已经撤销复报单能再撤'],
);

const okxAndBybit: readonly Query[] = first(
  ['okx/50011#too-many-requests', 'okx {"msg":"Too Many Requests","code":"50011"}'],
  [
    'okx/60014',
    'RateLimitExceeded: okx {"event":"error","msg":"Requests too frequent","code":"60014","connId":"a4d3ae55"}',
  ],
  ['okx/51121', '[SUI] AI限价多单提交失败: OKX 51121: Order quantity must be a multiple of the lot size'],
  ['okx/50102', 'APIException: 50102 : Timestamp request expired'],
  ['okx/50111', 'Error response_status_code 401 response_content={"msg":"Invalid OK-ACCESS-KEY","code":"50111"}'],
  [
    'okx/51008_1000',
    '{"code":"1","data":[{"clOrdId":"","ordId":"","sCode":"51008","sMsg":"Order failed. Insufficient USDT balance in account.","subCode":"1000","tag":"","ts":"1695190491421"}],"msg":"All operations failed"}',
  ],
  ['okx/51010', '51010 The current account mode does not support this API interface.'],
  [
    'bybit/10001',
    'bybit {"retCode":10001,"retMsg":"position idx not match position mode","result":{},"retExtInfo":{},"time":1677246036932}',
    'The number of contracts exceeds maximum limit allowed: too large, order_qty:120 > max_qty:100 (ErrCode: 10001)',
  ],
  [
    'bybit/10002',
    "{'ret_code': 10002, 'ret_msg': 'invalid request,please check your server timestamp or recv_window param', 'ext_code': '', 'result': None}",
  ],
  ['bybit/170131', 'Insufficient balance. (ErrCode: 170131)'],
  ['bybit/10010', '{"ret_code":10010,"ret_msg":"unmatched ip.","result":null}'],
);

const brokers: readonly Query[] = first(
  [
    ['ib-tws/502', 'ib-tws/504'],
    '-1 502 Couldn\'t connect to TWS. Confirm that "Enable ActiveX and Socket Clients" is enabled on the TWS "Configure->API" menu.\n-1 504 Not connected',
  ],
  ['ib-tws/200', 'ERROR 99 200 No security definition has been found for the request'],
  [
    'ib-tws/162',
    'Error 162, reqId 28: Historical Market Data Service error message:API historical data query cancelled: 28',
  ],
  [
    'ib-tws/354',
    '[ERROR] ezibpy: [#354] Requested market data is not subscribed.Delayed market data is available.Error&NYSE/STK/Top',
  ],
  [
    'ib-tws/10168',
    'Error 10168, reqId 4: Requested market data is not subscribed. Delayed market data is not enabled.',
  ],
  ['ib-tws/201', 'Error 201, reqId 188: Order rejected - reason:Invalid or missing IBCustAcctNo'],
  ['ib-tws/399', 'ERROR 9 399 Order Message:'],
  ['ib-tws/2158', 'Warning 2158, reqId -1: Sec-def data farm connection is OK:secdefil'],
  [
    'ib-tws/502',
    `Couldn't connect to TWS. Confirm that "Enable ActiveX and Socket EClients" is enabled and connection port is the same as "Socket Port" (code: 502, req_id=-1)`,
  ],
  [
    'longbridge-openapi/401004',
    'OpenApiException: (kind=ErrorKind.OpenApi, code=401004, trace_id=3de7d55e) token invalid',
    '401004, token invalid',
  ],
  ['longbridge-openapi/401102', '401102: token verification failed: public key not found for kid: 7f3a'],
  ['longbridge-openapi/602001', 'code=602001: user not found'],
  ['longbridge-openapi/403201', '{"code":403201,"message":"signature invalid","data":null}'],
  [
    'longbridge-openapi/301607',
    '(kind=ErrorKind.OpenApi, code=301607, trace_id=) history candlestick symbol count out of limit, requested:100/limit:100',
  ],
  ['alpaca/406', 'error during websocket communication: connection limit exceeded'],
  ['alpaca/400', "{'T': 'error', 'code': 400, 'msg': 'invalid syntax'}"],
  [
    'alpaca/40310000',
    'APIError: {"buying_power":"176531.28","code":40310000,"cost_basis":"48640000","message":"insufficient buying power"}',
  ],
  [
    'alpaca/42210000',
    'API Response Code: 42210000, API Response Message: "potential wash trade detected. use complex orders"',
    'invalid limit_price 41.085. sub-penny increment does not fulfill minimum pricing criteria (HTTP 422, Code 42210000).',
  ],
  ['alpaca/40410000', '404 - {"code":40410000,"message":"account not found for 7c1d"}'],
  [
    'alpaca/40010001',
    'API Response Code = 40010001, API Response Message = "bracket orders must be market or limit orders"',
  ],
);

const tushare: readonly Query[] = first(
  [
    'tushare-pro/40203',
    '抱歉，您每分钟最多访问该接口2次，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。',
    '抱歉，您每分钟最多访问该接口200次，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。',
    '❌ [步骤4.1] .env Token 测试失败: 抱歉，您没有接口访问权限，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。',
    '{"code":40203,"msg":"抱歉，您每小时最多访问该接口1次，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。","message":"抱歉，您每小时最多访问该接口1次","data":null}',
  ],
  [
    'tushare-pro/-2002',
    String.raw`{u'msg': u'\u62b1\u6b49\uff0c\u60a8\u6ca1\u6709\u6743\u9650\u8bbf\u95ee\u8be5\u63a5\u53e3', u'code': -2002, u'data': None, u'request_id': u'a1'}`,
  ],
  ['tushare-pro/40101', '数据库 Token 测试失败: 您的token不对，请确认。，尝试降级到 .env 配置...'],
);

const gateAndKucoin: readonly Query[] = first(
  [
    'gate/INVALID_SIGNATURE',
    '{"label":"INVALID_SIGNATURE","message":"Signature mismatch"}',
    'gateio Signature mismatch',
  ],
  ['gate/IP_FORBIDDEN', '{"label":"IP_FORBIDDEN","message":"Request IP not in whitelist"}'],
  ['gate/INSUFFICIENT_AVAILABLE', 'HTTP response body: {"label":"INSUFFICIENT_AVAILABLE"}'],
  ['gate/INVALID_PROTOCOL', 'io.gate.gateapi.GateApiException: label: INVALID_PROTOCOL, message: invalid argument: #4'],
  ['gate/INVALID_PARAM_VALUE', 'Your order size 0.003749448 USDT is too small. The minimum is 3 USDT'],
  ['gate/REQUEST_EXPIRED', 'gap between request Timestamp and server time exceeds 60'],
  [
    'bitget/40774',
    '{"code":"40774","msg":"The order type for unilateral position must also be the unilateral position type.","requestTime":1694274505084,"data":null}',
  ],
  [
    'bitget/22002',
    'ExchangeError bitget {"code":"22002","msg":"No position to close","requestTime":1707414538773,"data":null}',
  ],
  [
    'bitget/45117',
    'Erreur 45117 de Bitget : Currently holding positions or orders, the margin mode cannot be adjusted',
  ],
  [
    'bitget/40017',
    'bitget {"code":"40017","msg":"Parameter verification failed,Number of ordersRange error","requestTime":1625471011347,"data":null}',
  ],
  ['bitget/45110', 'Invalid Order. Cancelling bitget {"code":"45110","msg":"less than the minimum amount 5 USDT"}'],
  ['bitget/40009', "API authentication failed 40009 400 code: '40009', msg: 'sign signature error'"],
  ['bitget/40409', 'API Request Error(code=40409): wrong format'],
  [
    'bitget/40085',
    'ccxt.base.errors.ExchangeError: bitget {"code":"40085","msg":"You are in Unified Account mode, and the Classic Account API is not supported at this time","requestTime":1757926150447,"data":null}',
  ],
  [
    'bitget/40099',
    'undefined bitget {"code":"40099","msg":"exchange environment is incorrect","requestTime":1743449067499,"data":null}',
  ],
  ['bitget/40008', 'API Request Error(code=40008): Request timestamp expired'],
  [
    'kucoin/400004',
    `data: { code: '400004', msg: 'Invalid KC-API-PASSPHRASE' }`,
    'Truncated server response: {"code":"400004","msg":"Invalid KC-API-PASSPHRASE"}',
  ],
  ['kucoin/400005', '{"code":"400005","msg":"Invalid KC-API-SIGN"}'],
  ['kucoin/300003', 'buy order: 300003: Balance insufficient. The order would cost 501.5000000000.'],
  ['kucoin/200004', 'InsufficientFunds: kucoin Balance insufficient!'],
  ['kucoin/300000', '200-{"code":"300000","msg":"Order size invalid."}'],
  [
    'kucoin/330005',
    `kucoin code 330005 The order's margin mode does not match the selected one. Please switch and try again.`,
    `code 330005 The order's margin mode does not match the selected one. Please switch and try again.`,
  ],
);

/** Pasted codes that are in no catalog of the API they came from. */
const unlisted: readonly Query[] = [
  {
    text: 'InsufficientFunds: bybit {"ret_code":130021,"ret_msg":"oc_diff[236895165], new_oc[236895165] with ob[0]+AB[0]","ext_code":""}',
    unknown: 'bybit/130021',
    nothingExact: true,
  },
  {
    text: 'OpenApiException: (kind=ErrorKind.OpenApi, code=14, trace_id=3de7d55e) internal server error',
    unknown: 'longbridge-openapi/14',
    nothingExact: true,
  },
];

export const everywherePastes: readonly Query[] = [
  ...mexcAndBinance,
  ...ctpPastes,
  ...okxAndBybit,
  ...brokers,
  ...tushare,
  ...gateAndKucoin,
  ...unlisted,
];
