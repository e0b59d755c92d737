/** Text without an error: nothing is exact. */
import { nothing, type Query } from './query.ts';

export const nonsense: readonly Query[] = nothing(
  // An HTTP status with a provider that has no such code, although another does.
  'mexc 429 Too Many Requests',
  'ccxt.base.errors.DDoSProtection: mexc GET https://contract.mexc.com/api/v1/private/order 429 Too Many Requests',
  'asdfgh',
  'qwertyuiop zxcvbnm',
  'lorem ipsum dolor sit amet',
  'hello world',
  '你好世界',
  '天气怎么样',
  '今天吃什麼',
  '!!!???',
  '{}{}{}[[[',
  '"""',
  '\u0000\u0000\u0000',
  '\ud800\udfff\ud800',
  '💥💥💥',
  '__proto__',
  'constructor',
  'hasOwnProperty toString',
  '2024-05-01',
  '10:15:00',
  '2024-05-01T10:15:00.123Z',
  '192.168.1.1',
  '127.0.0.1:1001',
  '3.14159',
  '$1002.50',
  'v1.2.3',
  'https://example.com/a/b?x=1',
  'BTC_USDT',
  'AAPL.US',
  'the quick brown fox jumps over the lazy dog',
  'null undefined NaN',
  '(((((((((((((((((((((',
  '2024-05-01 10:15:00,123 INFO order 1001 filled at 2005.5 qty 600 in 401 ms',
  'GET /api/v1/contract/kline?limit=500 HTTP/1.1',
  `{"symbol":"BTC_USDT","price":"1002.5","volume":2005,"ts":1700000001001}`,
  `{"success":true,"code":0,"data":{"symbol":"BTC_USDT","lastPrice":6001,"timestamp":1587442022003}}`,
  `{"code":0,"message":"success","data":{"symbol":"AAPL.US","klines":[{"time":1768251300000,"open":"260.29"}]}}`,
  `{"ret":200,"msg":"ok","trace":"3baaa938","data":{"code":"857.HK","kline_list":[{"timestamp":"1677829200","open_price":"136.421"}]}}`,
  `[1700000000000, 1001, 1002, 2005, 401, 602]`,
  `for (let i = 0; i < 1002; i++) {
  const x = items[i];
  console.log(x, 401);
}`,
  `def backtest(start=1001, end=2001):
    total = 0
    for i in range(start, end):
        total += i * 602
    return total`,
  `Collecting requests==2.31.0
  Downloading requests-2.31.0-py3-none-any.whl (62 kB)
     62.6/62.6 kB 1.2 MB/s eta 0:00:00
Successfully installed requests-2.31.0`,
  `commit 4c1f1001abc
Author: Someone <someone@example.com>
Date:   Wed May 1 10:02:00 2024 +0800

    Add 1002 rows to the table (#1002)`,
  `time,open,high,low,close,volume
2024-05-01 09:30:00,1001,1004,1000,1002,602
2024-05-01 09:31:00,1002,1003,1001,1001,401`,
  `> GET /index.html HTTP/1.1
> Host: example.com
> User-Agent: curl/8.5.0
< HTTP/1.1 200 OK
< Content-Length: 1001
< Content-Type: text/html`,
  `PING example.com (93.184.216.34) 56(84) bytes of data.
64 bytes from 93.184.216.34: icmp_seq=1 ttl=56 time=10.1 ms
64 bytes from 93.184.216.34: icmp_seq=2 ttl=56 time=1001 ms`,
  `total 1002
drwxr-xr-x 2 user user 4096 May  1 10:15 .
-rw-r--r-- 1 user user  602 May  1 10:15 notes.txt`,
  `root@host:/srv# docker ps
CONTAINER ID   IMAGE     STATUS         PORTS
1f1001ab2002   nginx     Up 2 minutes   0.0.0.0:5001->80/tcp`,
  `<html><head><title>Page 1001</title></head><body><p>1002</p></body></html>`,
  `订单号 20240501001002 已成交，成交价 1002.5，数量 600，手续费 0.401`,
  `2024-05-01 10:15:00 INFO  [main] Started in 1.002 seconds (process running for 2.005)`,
  `Process finished with exit code 0`,
  `exited with code 1`,
  `status: 200 OK`,
  'order 20240501 price 1002',
  'Permission denied (publickey).',
  'npm ERR! code ELIFECYCLE',
  'ECONNREFUSED 127.0.0.1:7001',
  'code 1,002',
  '{"code":200,"msg":"ok","data":[]}',
  '{"code":-1121,"msg":"Invalid symbol."}',
  '{"code":"50011","data":[],"msg":"Too Many Requests"}',
  '{"timestamp":"2024-05-01T10:15:00Z","status":401,"error":"Unauthorized","path":"/api/orders"}',
  '{"error":{"code":404,"message":"Not Found","status":"NOT_FOUND"}}',
  'CloseEvent {isTrusted: true, wasClean: true, code: 1001, reason: "", type: "close"}',
  'ws: connection closed with code 1001 (going away)\nreconnecting in 5 s',
  `< HTTP/1.1 429 Too Many Requests
< Retry-After: 60
< Content-Length: 0`,
  `HTTP/2 401
www-authenticate: Bearer realm="example"
content-length: 12`,
  `10.0.0.5 - - [01/May/2024:10:15:00 +0800] "GET /api/v1/orders HTTP/1.1" 401 602 "-" "python-requests/2.31.0"
10.0.0.6 - - [01/May/2024:10:15:01 +0800] "POST /login HTTP/1.1" 500 1002 "-" "curl/8.5.0"`,
  `2024-05-01 10:15:00.123  WARN 1002 --- [nio-8080-exec-1] o.s.web.servlet.PageNotFound : No mapping for GET /favicon.ico
2024-05-01 10:15:00.124 ERROR 2005 --- [           main] o.s.boot.SpringApplication : Application run failed`,
  `Traceback (most recent call last):
  File "/srv/app.py", line 1001, in <module>
    print(data["price"])
KeyError: 'price'`,
  `ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)`,
  `error TS2005: ',' expected.
src/index.ts(1002,401): error TS1005: ';' expected.`,
  `==> Running 1002 tests
ok 1001 - parses
not ok 1002 - prints
# fail 1`,
  `container exited with code 137
pod restarted 401 times`,
  `Name,Qty,Price
"Contract A",1001,602
"Contract B",2005,401`,
  `SELECT * FROM orders WHERE id = 1002 AND status = 401 LIMIT 500;`,
  `-----BEGIN CERTIFICATE-----
MIIC1001kQIBAgMA0GCSqGSIb3DQEBCwUAMBoxGDAWBgNVBAMMD2V4YW1wbGUuY29t
-----END CERTIFICATE-----`,
  `策略启动成功
2024-05-01 09:30:00 买入 SHSE.600519 数量 1001 价格 1700.5
2024-05-01 09:31:00 卖出 SHSE.600519 数量 1002 价格 1701`,
  `{"channel":"push.ticker","data":{"symbol":"BTC_USDT","lastPrice":6001.5},"ts":1587442022003}`,
  `[{"id":1001,"price":602},{"id":1002,"price":401}]`,
  `{"op":"subscribe","args":["kline.1002","ticker.401"]}`,
);
