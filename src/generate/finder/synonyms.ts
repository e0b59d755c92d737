/**
 * Words that people type in place of those a text uses, in all languages, including Taiwan's terms if they differ. Each
 * line is one idea; a text with one of its words is found by all of them. English phrases have at most two words.
 * Include ideas that errors of many providers may mention, not words of a single provider. Characters are folded, so 過期
 * is not needed beside 过期.
 */
const lines = `
busy, overload, overloaded, heavy load, high load, congested, congestion, 繁忙, 忙碌, 忙线, 忙线中, 过载, 负载过高, 拥堵, 系统忙, 服务器忙
unavailable, not available, inaccessible, unreachable, cannot reach, 不可用, 用不了, 无法使用, 没法用, 不能用, 停用
down, offline, outage, crashed, 宕机, 挂了, 崩溃, 当机, 瘫痪, 下线, 离线, 停机
maintenance, maintaining, upgrading, 维护, 维修, 升级, 停服, 维运
empty, blank, nothing sent, no content, no body, 为空, 空的, 空白, 空值, 没有内容, 无内容, 没内容
missing, absent, omitted, forgot, forgotten, not provided, not sent, not set, without, no header, 没带, 未带, 没传, 未传, 没给, 没填, 未填, 未提供, 没提供, 缺少, 缺失, 漏传, 漏填, 漏带, 忘带, 忘了, 没写, 没设置, 未设置, 遗漏, 没有带, 没附
too small, below minimum, less than, too low, under minimum, smaller, min amount, minimum, minimal, 太小, 过小, 低于, 最小, 太少, 过少, 不足最小, 小于, 太低, 过低, 偏低, 最低
too large, too big, too much, too high, above maximum, oversized, larger, bigger, maximum, max, 太大, 过大, 高于, 最大, 过多, 太多, 太高, 过高, 偏高, 大于, 超大
exceed, exceeded, exceeds, too many, too much, too large, limit reached, over limit, over maximum, exceeding, beyond, surpass, 太多, 过多, 过大, 太大, 超过, 超出, 超限, 超上限, 上限, 超额, 超量, 超标
delisted, delist, delisting, suspended, halted, halt, not tradable, not tradeable, trading halted, not open, not activated, not active, inactive, disabled, 下架, 下市, 退市, 停牌, 停盘, 停止交易, 暂停交易, 未开放, 未上市, 未启用, 未激活, 没开放, 未上线, 不可交易, 不能交易
expired, expire, expiry, outdated, stale, lapsed, 过期, 逾期, 到期, 失效, 时效
denied, rejected, refused, declined, reject, deny, refuse, decline, 拒绝, 被拒, 回绝, 驳回, 拒收, 被退
forbidden, prohibited, banned, ban, blocked, not allowed, disallowed, restricted, restriction, frozen, locked, 禁止, 封禁, 被封, 封号, 停权, 停用, 限制交易, 冻结, 受限, 不允许, 不准, 被禁, 禁用, 锁定, 不给
permission, permissions, privilege, access rights, authorization, authorisation, authority, unauthorized, scope, not permitted, no access, 权限, 授权, 没权限, 无权, 未授权, 开通, 无权限, 越权
plan, subscription plan, tier, package, level, upgrade plan, 套餐, 方案, 等级, 版本, 档位, 会员
quota, allowance, credits, usage limit, daily limit, monthly limit, 配额, 额度, 用量, 次数
used up, ran out, run out, depleted, exhausted, exhaust, none left, insufficient, 用完, 用尽, 用光, 耗尽, 不足, 不够
throttled, throttle, throttling, too fast, too frequent, too often, too quickly, frequency, frequent, excessive, rate limit, rate limited, rate limits, ratelimit, spam, flood, slow down, many calls, many requests, 限流, 限频, 频率, 频繁, 过快, 太快, 流控, 限速, 超频, 调用频率, 次数过多, 次数太多, 请求过多, 请求太多, 太频繁, 过于频繁, 流量控制
insufficient, not enough, inadequate, lack, lacking, shortage, too little, 不足, 不够, 缺乏, 没钱, 不夠用, 余额不足
balance, funds, fund, money, cash, wallet, assets, asset, equity, 余额, 资金, 钱不够, 结余, 资产, 可用资金, 钱包, 现金, 没钱
margin, collateral, 保证金, 担保金, 抵押
leverage, leveraged, lever, multiplier, 杠杆, 倍数
cross margin, cross, 全仓
isolated, isolated margin, 逐仓
margin mode, margin type, position mode, 仓位模式, 保证金模式, 持仓模式
position, positions, holding, holdings, 持仓, 仓位, 部位, 头寸, 库存
liquidation, liquidate, liquidated, liq price, force close, margin call, 强平, 爆仓, 强制平仓, 清算, 斩仓
open position, open positions, opening position, 开仓, 建仓, 新仓, 开新仓
close position, closing position, close positions, 平仓, 出清
order, orders, 订单, 委托, 下单, 挂单, 委托单, 报单, 送单
place order, placing order, submit order, order placement, 下单, 报单, 送单, 委托失败, 挂单
cancel, cancelled, canceled, cancellation, revoke, withdraw order, 取消, 撤单, 撤销, 删单, 取消订单, 撤回
pending, unfilled, open order, open orders, active order, active orders, unexecuted, 未成交, 没成交, 未完成, 活跃
duplicate, duplicated, repeated, repeat, twice, same request, same order, double, already submitted, resubmitted, idempotent, 重复, 重覆, 重送, 重单
batch, bulk, multiple orders, 批量, 批次
stop loss, stoploss, stop order, stop limit, sl, 止损, 停损, 止损单, 停损单, 止盈止损
take profit, takeprofit, profit target, tp, 止盈, 停利, 获利
trigger, triggered, conditional order, plan order, condition order, 触发, 计划委托, 条件单, 触价
market order, market price, 市价, 市价单
limit order, 限价, 限价单
buy, bid, buying, long side, 买入, 买单, 买价, 做多, 多单, 多仓
sell, ask, selling, short side, 卖出, 卖单, 卖价, 做空, 空单, 空仓
direction, side, order side, 方向, 买卖方向, 多空
quantity, qty, volume, vol, order size, lot size, contract size, size, lots, 数量, 手数, 张数, 股数, 数目, 下单量
amount, sum, value, 金额, 数额, 总额
precision, accuracy, decimals, decimal places, decimal, tick size, step size, lot step, min tick, rounding, 精度, 小数, 小数位, 小数点, 最小变动, 跳动
price, pricing, 价格, 价位, 报价, 委托价
timeout, timed out, time out, times out, deadline, took long, took too, taking too, too slow, no response, not responding, hang, hangs, slow response, 超时, 逾时, 没响应, 无响应, 未响应, 没反应, 卡住, 没回应
connection, connect, connecting, disconnect, disconnected, dropped, cannot connect, lost connection, connection lost, connection closed, 连接, 连线, 断线, 断开, 断连, 掉线, 连不上, 连不到, 接不上, 断了, 中断, 重连, 连接失败, 链接
connections, connection limit, max connections, concurrent connections, sessions, 连接数, 连线数, 并发
network, internet, socket, 网络, 网路, 联网, 断网
server, servers, backend, 服务器, 伺服器, 主机, 服务端, 后端
service, services, 服务
login, log in, logged in, signin, sign in, logon, not logged, 登录, 登入, 登陆, 未登录
account, accounts, user account, 账户, 账号, 帐户, 帐号, 用户
authentication, auth, authenticate, credential, credentials, unauthenticated, 认证, 鉴权, 身份验证, 验证身份, 凭证, 凭据
signature, sign, signed, signing, hmac, sha256, sig, 签名, 签章, 验签, 加签
verify, verification, verified, validate, validation, 校验, 验证, 核验, 检验
token, tokens, 令牌, 权杖, 凭证
api key, apikey, access key, secret key, api secret, secret, key, 密钥, 金钥, 秘钥, 私钥
whitelist, whitelisted, allowlist, allow list, ip allowed, ip bound, ip restriction, ip address, 白名单, 允许名单, 绑定ip, 许可名单
invalid, wrong, incorrect, bad, illegal, malformed, not valid, improper, mismatch, not correct, 无效, 错误, 不正确, 不对, 有误, 非法, 不合法, 填错, 写错, 不合规, 有问题
mismatch, inconsistent, not match, not consistent, different from, conflict, conflicting, conflicts, 不一致, 不匹配, 冲突, 不符, 对不上, 不相符
unsupported, not supported, not support, cannot use, 不支持, 不支援, 不受支持, 未支持, 没支持
not found, missing, not exist, nonexistent, does not, doesn, unknown, no such, unrecognized, unrecognised, not exists, 不存在, 找不到, 未找到, 没找到, 查无, 未知, 查不到, 没有这个, 不认得, 不认识, 无此
symbol, ticker, instrument, contract, pair, trading pair, product, stock code, security, 标的, 代码, 合约, 商品, 交易对, 品种, 产品, 币对, 证券代码, 股票代码, 股号, 代号
currency, coin, coins, asset type, 币种, 币别, 货币
parameter, parameters, param, params, argument, arguments, input, field, fields, payload, 参数, 入参, 字段, 栏位, 变量, 引数
format, syntax, layout, 格式, 语法
body, request body, payload, post data, 请求体, 消息体, 内容, 请求内容, 主体, 内文
message, frame, packet, 消息, 讯息, 报文, 数据包, 封包
parse, parsing, decode, decoding, undecodable, unparsable, deserialize, unmarshal, json error, bad json, invalid json, encoding, 解析, 解码, 反序列化, 编码, 剖析
header, headers, http header, 请求头, 标头, 表头, 头部
command, cmd, action, op, 命令, 指令
time range, date range, time span, timespan, time period, period, start end, start date, end date, interval, 时间范围, 日期范围, 时间区间, 日期区间, 区间, 时段, 起止, 开始时间, 结束时间, 起始, 时间跨度
date format, date, datetime, 日期, 日期格式, 时间格式
clock, timestamp, time sync, server time, time drift, clock drift, clock skew, recv window, recvwindow, system time, local time, time difference, time offset, ntp, request time, nonce, 时间戳, 时间戳记, 时钟, 时差, 服务器时间, 系统时间, 本地时间, 本机时间, 校时, 时间同步, 不同步, 时间偏差, 时间不对
subscribe, subscription, subscriptions, subscribing, subscribed, 订阅, 订购
quotes, quote, market data, realtime, real time, live data, live quotes, price feed, feed, ticks, 行情, 实时行情, 即时行情, 实时数据, 报价
depth, order book, orderbook, level 2, bids asks, 深度, 盘口, 五档, 买卖盘, 委托簿
trades, trade feed, fills, executions, deals, tick by, 成交, 逐笔, 成交明细
kline, klines, candle, candles, candlestick, candlesticks, ohlc, ohlcv, bars, k线, 蜡烛图
history, historical, past data, 历史, 历史数据, 历史行情
fundamental, fundamentals, financials, financial data, 基本面, 财务, 财报
data source, upstream, source unavailable, 数据源, 上游, 资料源, 资料来源
data, dataset, 数据, 资料
backtest, backtesting, back test, simulation, 回测, 回溯测试
cache, cached, caching, 缓存, 快取, 暂存
read, reading, load, 读取, 载入, 加载
write, writing, save, saving, 写入, 保存, 储存, 存档
terminal, client not, desktop client, gui client, 终端, 客户端, 用户端
not running, not started, not open, not launched, 未启动, 没启动, 没开, 没打开, 未打开, 没运行, 未运行
strategy, strategies, algo, bot, 策略
bad gateway, http 5xx, system down, 网关错误, 系统故障, 故障
gateway, broker, 网关, 闸道, 柜台, 券商
refresh, renew, renewal, 更新, 刷新, 续期
internal error, server error, system error, unexpected error, unknown error, internal, 内部错误, 系统错误, 系统异常, 未知错误, 内部异常, 服务器错误
abnormal, exception, anomaly, 异常, 例外
ambiguous, ambiguity, several matches, several markets, unclear, same name, 歧义, 不明确, 模糊, 多义, 混淆, 重名, 同名
rows, records, items, results, 条数, 笔数, 数据量, 根数
risk limit, risk, exposure, 风险, 风控, 风险限额, 风险额度
customer service, support, help desk, 客服, 客户服务
trading, trade, 交易
later, retry, try again, temporarily, temporary, momentarily, 稍后, 稍候, 暂时, 重试, 等一下, 过一会, 晚点
success, succeeded, ok, successful, 成功
too long, length, characters, digits, 过长, 太长, 长度, 字数, 超长
endpoint, interface, path, url, 接口, 介面, 端点, 路径
query, querystring, query string, url parameter, 查询, 查询参数, 查询字串
`;

/** Every idea as a list of phrases. */
export const synonyms: readonly (readonly string[])[] = lines
  .trim()
  .split('\n')
  .map((line) => [...new Set(line.split(', '))]);
