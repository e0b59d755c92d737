/** The facts that the catalogs of these tests contain. */

import type { Source } from '../../src/catalog/schema/files.ts';
import type { Status } from '../../src/catalog/schema/vocabulary.ts';
import type { Locale } from '../../src/locales.ts';

export type MessageData = string | { readonly text: string; readonly example?: string; readonly seen?: 'sdk' };

interface CatalogData {
  readonly id: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly entries: readonly {
    readonly code: string;
    readonly symbol?: string;
    readonly status?: Status;
    readonly meanings: readonly {
      /** Official ones. */
      readonly titles?: Partial<Readonly<Record<Locale, string>>>;
      readonly messages?: readonly MessageData[];
    }[];
  }[];
}

const source = (title: string, read: string, language = 'zh-CN'): Source => ({
  title,
  url: `https://example.com/${encodeURIComponent(title)}`,
  language,
  read,
});

export const catalogs: readonly CatalogData[] = [
  {
    id: 'table',
    sources: { docs: source('错误码', '2025-09-25'), header: source('C header', '2026-01-17', 'en') },
    entries: [
      { code: '0', symbol: 'SUCCESS', meanings: [{ titles: { 'zh-cn': '成功' } }] },
      { code: '1000', meanings: [{ titles: { 'zh-cn': '错误或无效的 token' } }] },
      { code: '1002', status: 'undocumented', meanings: [{ titles: { 'zh-cn': '无法连接到历史行情服务' } }] },
      {
        code: '1020',
        meanings: [{ titles: { 'zh-cn': '无效的 ACCOUNT_ID' }, messages: [{ text: '无效的ACCOUNT_ID', seen: 'sdk' }] }],
      },
      { code: '1021', status: 'retired', meanings: [{ titles: { 'zh-cn': '非法日期格式' } }] },
      { code: '3001', meanings: [{ titles: { 'zh-cn': '超出数据接口调用频率限制（流控）' } }] },
    ],
  },
  {
    id: 'broken-table',
    sources: { docs: source('錯誤碼', '2026-07-16', 'zh-TW') },
    entries: [
      { code: '0', meanings: [{ titles: { 'zh-cn': '成功', 'zh-tw': '成功' }, messages: ['success'] }] },
      {
        code: '1001',
        meanings: [
          {
            titles: { 'zh-cn': 'API Key 无效或已过期', 'zh-tw': 'API Key 無效或已過期' },
            messages: ['Invalid or expired token'],
          },
        ],
      },
      {
        code: '2001',
        meanings: [
          {
            titles: { 'zh-cn': '参数错误', 'zh-tw': '參數錯誤' },
            messages: [{ text: 'Invalid parameter: {detail}', example: 'Invalid parameter: symbol is required' }],
          },
        ],
      },
      {
        code: '4003',
        meanings: [
          {
            titles: { 'zh-cn': '深度订阅暂不可用', 'zh-tw': '深度訂閱暫不可用' },
            messages: ['Depth subscriptions temporarily unavailable'],
          },
        ],
      },
      { code: '4004', meanings: [{ titles: { 'zh-cn': '成交订阅暂不可用', 'zh-tw': '成交訂閱暫不可用' } }] },
    ],
  },
  {
    id: 'gitbook',
    sources: { docs: source('错误码说明', '2026-07-27') },
    entries: [
      { code: '200', meanings: [{ titles: { 'zh-cn': '成功' }, messages: ['ok'] }] },
      {
        code: '400',
        meanings: [
          { titles: { 'zh-cn': '请求JSON第一层参数错误' }, messages: ['request header param invalid'] },
          { titles: { 'zh-cn': '请求JSON中data字段参数错误' }, messages: ['request data param invalid'] },
        ],
      },
      {
        code: '603',
        meanings: [
          {
            titles: { 'zh-cn': '请求产品个数或者K线根数超过接口文档规定的限制' },
            messages: ['token level not enough'],
          },
        ],
      },
    ],
  },
  {
    id: 'joined',
    sources: { docs: source('Error code', '2025-04-17', 'en') },
    entries: [
      ['0', 'Operate succeed'],
      ['402', 'Api_key expired'],
      ['513', 'Invalid request(for open api serves time more or less than 10s)'],
      ['1001', 'Contract does not exist'],
      ['2030', 'External order ID is too long (Max. 32 bits )'],
      ['6005', 'The trading pair is not available'],
    ].map(([code = '', title = '']) => ({ code, meanings: [{ titles: { en: title } }] })),
  },
  {
    id: 'headings',
    sources: { docs: source('Error codes', '2025-09-25', 'en') },
    entries: [
      { code: '-1121', symbol: 'BAD_SYMBOL', meanings: [{ messages: ['Invalid symbol.'] }] },
      { code: '-1003', symbol: 'TOO_MANY_REQUESTS', meanings: [{ titles: { en: 'Too many requests queued.' } }] },
      { code: 'AMBIGUOUS_SYMBOL', meanings: [{ titles: { en: 'The symbol is listed on several markets.' } }] },
      { code: '1004', meanings: [{ titles: { en: 'Permission denied' } }] },
    ],
  },
];
