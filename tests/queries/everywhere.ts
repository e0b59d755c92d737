/**
 * Queries over all catalogs: public pastes, inputs that the finder once answered wrongly (each representing its kind),
 * surfaces of one provider, and codes that several catalogs have.
 */
import { binanceBoth, everywherePastes } from './everywhere-pastes.ts';
import { among, first, nothing, type Query } from './query.ts';

const noApi: readonly Query[] = nothing(
  '{"success":false,"code":401}',
  '{"success": false, "error": "Invalid or inactive API key", "code": 401}',
  '{"code":500}',
  '{"msg":"invalid type","code":500}',
  '{"code":402,"msg":"Payment Required"}',
  '{"code":429,"msg":"Too Many Requests"}',
  '{"code":"403","message":"Forbidden"}',
  '{"code":200,"data":[]}',
  '部署成功，请求已经成功返回',
  'order',
  'post order parameter',
);

const said: readonly Query[] = [
  {
    text: 'GET https://api.tickdb.ai/v1/me {"success": false, "error": "Invalid or inactive API key", "code": 401}',
    unknown: 'tickdb/401',
  },
  { text: 'tickdb {"code":510,"msg":"x"}', unknown: 'tickdb/510' },
  { text: 'mexc {"code":4290,"msg":"x"}', unknown: 'mexc-spot/4290' },
  { text: 'mexc {"code":200,"data":[]}', unknown: 'mexc-spot/200' },
  { text: 'mexc {"success":false,"code":429,"message":"Too Many Requests"}', unknown: 'mexc-futures/429' },
  { text: 'binance {"code":-9876,"msg":"x"}', unknown: 'binance-spot/-9876' },
  { text: '{"success":false,"code":101011,"msg":"token invalid"}', unknown: '101011' },
  { text: 'order failed\nerror code: 77777, see the log', unknown: '77777' },
].map((query) => ({ ...query, nothingExact: true }));

const reviewed: readonly Query[] = [
  // The code belongs to another API or is too old; the message is the API's own.
  { text: 'bybit 34036: leverage not modified', first: ['bybit/110043'], unknown: 'bybit/34036' },
  ...noApi,
  ...said,
  ...nothing('{"success":false,"code":1010,"msg":"token invalid"}'),
  ...first(
    ['mexc-spot/400', 'mexc {"msg":"The start time cannot be earlier than 90 days","code":400}'],
    ['mexc-spot/429', 'mexc {"code":429,"msg":"Too Many Requests"}'],
    ['mexc-spot/401', 'mexc {"code":401,"msg":"No authority"}'],
    [
      'mexc-futures/401',
      'mexc {"code":401,"message":"No authority"}',
      'mexc {"success":false,"code":401,"message":"No authority"}',
    ],
    [
      'alltick/429',
      'AllTick 429 0',
      '- AllTick 429 errors (should be 0)',
      'AllTick rate limit (429)',
      'AllTick rate limit 429',
    ],
    ['mexc-futures/510', 'mexc 510 errors 0'],
    [
      'myquant-gm/1001',
      '只查询股票的最近数据，不会下单。量化终端关闭时接口会返回“无法连接到终端服务”',
      '终端关闭时返回「无法连接到终端服务」，怎么办',
    ],
    ['mexc-futures/1000', 'Please open contract account first!'],
    [
      'alltick/603',
      'HTTP/1.1 429 Too Many Requests\n\n{"ret":603,"msg":"token level not enough","trace":"a","data":{}}',
    ],
    ['mexc-futures/6001', 'Trading forbidden again'],
  ),
  ...among([
    ['mexc-futures/704', 'mexc-futures/511', 'mexc-futures/6001', 'mexc-futures/6002'],
    'mexc order placing not supported',
    'MEXC: the “Order Placing” permission under the Futures section is marked as “Not Supported.”',
    'the “Order Placing” permission under the Futures section is marked as “Not Supported.”',
  ]),
];

const surfaces: readonly Query[] = first(
  [binanceBoth('-1022'), 'binance -1022', '{"code":-1022,"msg":"Signature for this request is not valid."}'],
  [
    'binance-spot/-1121',
    'GET /api/v3/order\n{"code":-1121,"msg":"Invalid symbol."}',
    'binance spot -1121',
    '币安现货 -1121',
    'https://api.binance.com/api/v3/klines?symbol=X {"code":-1121,"msg":"Invalid symbol."}',
  ],
  [
    'binance-usds-futures/-1121',
    'GET /fapi/v1/order\n{"code":-1121,"msg":"Invalid symbol."}',
    'binance futures -1121',
    '币安合约 -1121',
    'binance fapi -1121',
    'client.futures_create_order(...)\nbinance.exceptions.BinanceAPIException: APIError(code=-1121): Invalid symbol.',
  ],
  [['mexc-spot/401', 'mexc-futures/401'], 'mexc 401'],
  [
    'mexc-spot/401',
    'mexc spot 401',
    'mexc GET /api/v3/account code 401',
    'https://api.mexc.com/api/v3/account returned code 401',
  ],
  [
    'mexc-futures/401',
    'mexc futures 401',
    '抹茶合约 401',
    'POST /api/v1/private/order/submit\nmexc error code 401',
    'https://api.mexc.com/api/v1/private/account/assets returned code 401',
  ],
);

const bareCodes: readonly Query[] = first(
  [['mexc-futures/1000', 'myquant-gm/1000', 'ctp/1000'], '1000', '错误码 1000'],
  [['alpaca/500', 'kucoin/500', 'mexc-futures/500', 'mexc-spot/500'], '500', 'error 500'],
  [['mexc-spot/10007', 'bybit/10007', 'ib-tws/10007'], '10007'],
  [['alltick/402', 'alpaca/402', 'ib-tws/402', 'mexc-futures/402'], '402'],
);

export const everywhere = {
  everywherePastes,
  everywhereReviewed: reviewed,
  everywhereSurfaces: surfaces,
  everywhereCodes: bareCodes,
} as const satisfies Readonly<Record<string, readonly Query[]>>;
