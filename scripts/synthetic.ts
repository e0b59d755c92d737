/** A content folder of any size, made from a seed: for benchmarks, never for readers. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { CatalogFile, CatalogTextFile, CodesFile, EntryData, MeaningText } from '../src/catalog/schema.ts';
import { fixers, retries } from '../src/catalog/terms.ts';
import { type Locale, locales } from '../src/locales.ts';
import { root } from '../src/settings.ts';
import { getAtlas } from '../src/site/atlas.ts';

const codesPerCatalog = 200;
const groups = ['access', 'request', 'market', 'order', 'service'];

/** Words to build sentences from; their meaning does not matter, their length and script do. */
const vocabulary: Readonly<Record<Locale, readonly string[]>> = {
  en: 'the request header order price limit token account position symbol quantity server contract signature exceeds missing invalid before after check value window margin level stream channel retry'.split(
    ' ',
  ),
  'zh-cn':
    '请求 参数 订单 价格 限额 令牌 账户 持仓 合约 数量 服务器 签名 超出 缺少 无效 之前 检查 数值 保证金 等级 频道 重试 接口 权限 时间'.split(
      ' ',
    ),
  'zh-tw':
    '請求 參數 訂單 價格 限額 權杖 帳戶 倉位 合約 數量 伺服器 簽章 超出 缺少 無效 之前 檢查 數值 保證金 等級 頻道 重試 介面 權限 時間'.split(
      ' ',
    ),
};

/** A small generator of numbers (mulberry32): the same seed gives the same content everywhere. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Writes catalogs of 200 codes each, in three languages: numbers that other catalogs have too,
 * negative and symbolic codes, several meanings, short and long texts.
 * @param dir where the content goes; whatever is there is removed
 * @param count how many codes in all
 */
export function writeSynthetic(dir: string, count: number, seed = 1): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  cpSync(join(root, 'content', 'problems'), join(dir, 'problems'), { recursive: true });
  cpSync(join(root, 'content', 'docs'), join(dir, 'docs'), { recursive: true });
  const problems = getAtlas().problems.map(({ id }) => id);
  const random = numbers(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const sentence = (locale: Locale, words: number): string => {
    const chosen = Array.from({ length: words }, () => pick(vocabulary[locale]));
    return locale === 'en' ? `${chosen.join(' ')}.` : `${chosen.join('')}。`;
  };
  for (let number = 0; number * codesPerCatalog < count; number++) {
    const id = `provider-${number + 1}`;
    const here = Math.min(codesPerCatalog, count - number * codesPerCatalog);
    const codes: CodesFile = Array.from({ length: here }, (_, index): EntryData => {
      const code =
        index % 10 === 7
          ? `-${1000 + index}`
          : index % 25 === 3
            ? `ERR_${id.toUpperCase().replace('-', '_')}_${index}`
            : String(1000 + index * (1 + (number % 3)));
      const meanings = index % 20 === 5 ? 2 : 1;
      return {
        code,
        symbol: `E_${sentence('en', 2)
          .toUpperCase()
          .replaceAll(/[^A-Z]+/g, '_')}${index}`,
        group: pick(groups),
        status: index % 15 === 4 ? 'undocumented' : 'documented',
        sources: ['docs'],
        meanings: Array.from({ length: meanings }, (_, meaning) => {
          const retry = pick(retries);
          return {
            slug: `meaning-${meaning + 1}`,
            problem: pick(problems),
            retry,
            ...(retry === 'backoff' ? { wait: { seconds: 2 } } : {}),
            fixedBy: pick(fixers),
            messages: [{ text: sentence('en', 5), seen: 'documented' as const }],
          };
        }),
      };
    });
    const catalog: CatalogFile = {
      provider: { id, homepage: `https://${id}.example/` },
      aliases: [id, `p${number + 1}`],
      sources: {
        docs: { title: 'Error codes', url: `https://${id}.example/errors`, language: 'en', read: '2026-01-01' },
      },
      envelopes: [
        {
          id: 'http',
          kind: 'http',
          language: 'json',
          template: '{"code": {{code:json}}, "message": {{message:json}}}\n',
          match: { json: { keys: ['code', 'message'], code: 'code', message: 'message' } },
        },
      ],
      defaultEnvelope: 'http',
      clues: [`${id}.example`],
      groups,
      limits: [],
      handling: [],
    };
    const folder = join(dir, 'catalogs', id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'catalog.yaml'), stringify(catalog));
    writeFileSync(join(folder, 'codes.yaml'), stringify(codes));
    for (const locale of locales) {
      const long = () => sentence(locale, 8 + Math.floor(random() * 20));
      const texts: CatalogTextFile = {
        catalog: {
          name: `Provider ${number + 1}`,
          provider: `Provider ${number + 1}`,
          surface: 'HTTP',
          summary: long(),
          groups: Object.fromEntries(groups.map((group) => [group, sentence(locale, 2)])),
          envelopes: { http: { title: 'HTTP' } },
          handling: { intro: long(), points: [long(), long()] },
        },
        codes: Object.fromEntries(
          codes.map(({ code, meanings }) => [
            code,
            Object.fromEntries(
              meanings.map(({ slug }): [string, MeaningText] => [
                slug,
                {
                  title: sentence(locale, 4),
                  origin: 'translated',
                  causes: [long(), long(), long()],
                  fixes: [long(), long(), long(), long()],
                },
              ]),
            ),
          ]),
        ),
      };
      writeFileSync(join(folder, `text.${locale}.yaml`), stringify(texts));
    }
  }
}
