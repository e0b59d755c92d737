/** Files that are valid by themselves but do not match each other. */
import { describe, expect, test } from 'vitest';
import {
  catalog,
  codes,
  type Edit,
  en,
  findings,
  problems,
  zephyrCatalog,
  zephyrCodes,
  zephyrEn,
  zhTw,
} from '../../../support/broken.ts';

type Case = readonly [name: string, edits: readonly Edit[], expected: readonly string[]];

const gone =
  'was published and no longer exists, expected its entry with status: retired, or a redirect in redirects.yaml';
const texts = (catalogId: string): readonly string[] =>
  ['en', 'zh-cn', 'zh-tw'].map((locale) => `catalogs/${catalogId}/text.${locale}.yaml`);

const unknown: readonly Case[] = [
  [
    'see',
    [[codes, 'see: ["1003"]', 'see: ["1004"]']],
    [`${codes}:6:9: the code "1004" does not exist, expected one of those in codes.yaml: 400, 1001, 1003`],
  ],
  [
    'a successor',
    [[codes, 'successor: "1003"', 'successor: "1004"']],
    [`${codes}:25:14: the code "1004" does not exist, expected one of those in codes.yaml: 400, 1001, 1003`],
  ],
  [
    'a problem',
    [[codes, 'symbol-not-found', 'symbol-found']],
    [
      `${codes}:9:16: the problem "symbol-found" does not exist, expected one of those in problems/problems.yaml: symbol-not-found, rate-limited, invalid-credential; what each means stands in problems/text.en.yaml`,
    ],
  ],
  [
    'a group',
    [[codes, 'group: request', 'group: requests']],
    [
      `${codes}:3:10: the group "requests" does not exist, expected one of those in catalog.yaml: request, authentication`,
    ],
  ],
  [
    'a source',
    [[codes, '[docs, docs-zh-cn]', '[docs, constructor]']],
    [`${codes}:5:19: the source "constructor" does not exist, expected one of those in catalog.yaml: docs, docs-zh-cn`],
  ],
  [
    'an envelope',
    [[zephyrCodes, 'envelope: log', 'envelope: logs']],
    [`${zephyrCodes}:36:17: the envelope "logs" does not exist, expected one of those in catalog.yaml: http, log`],
  ],
  [
    'the default envelope',
    [[zephyrCatalog, 'defaultEnvelope: http', 'defaultEnvelope: https']],
    [`${zephyrCatalog}:18:18: the envelope "https" does not exist, expected one of those in catalog.yaml: http, log`],
  ],
  [
    'the source of a limit',
    [[zephyrCatalog, 'source: guide', 'source: guides']],
    [`${zephyrCatalog}:23:13: the source "guides" does not exist, expected one of those in catalog.yaml: guide`],
  ],
  [
    'a sample',
    [[catalog, 'file: handling.py', 'file: other.py']],
    [`${catalog}:18:31: the file "other.py" does not exist, expected it beside catalog.yaml`],
  ],
];

test.each(unknown)('%s that does not exist', (_name, edits, expected) => {
  expect(findings(...edits)).toEqual(expected);
});

describe('where there are many to choose from', () => {
  const many = (edits: readonly Edit[]) => findings(...edits).filter((line) => line.includes('does not exist'));
  const more = (name: string) => Array.from({ length: 9 }, (_, index) => `${name}${index}`);

  test('a finding names the file of the problems, those that come near, and where each is explained', () => {
    const known: Edit = [
      problems,
      '',
      more('p')
        .map((id) => `- { id: ${id}, category: symbol }\n`)
        .join(''),
    ];
    const told = (end: string) =>
      `${end}; what each means stands in problems/text.en.yaml`.replace(
        /^/,
        'expected one that problems/problems.yaml defines',
      );
    expect(many([known, [codes, 'symbol-not-found', 'x']])).toEqual([
      `${codes}:9:16: the problem "x" does not exist, ${told('')}`,
    ]);
    expect(many([known, [codes, 'symbol-not-found', 'symbol-unknown']])).toEqual([
      `${codes}:9:16: the problem "symbol-unknown" does not exist, ${told('; near it: symbol-not-found')}`,
    ]);
  });

  test('it names groups and codes that come near', () => {
    const groups: Edit = [catalog, 'groups: [request,', `groups: [${more('g').join(', ')}, request,`];
    expect(many([groups, [codes, 'group: request', 'group: requests']])).toEqual([
      `${codes}:3:10: the group "requests" does not exist, expected one that catalog.yaml defines; near it: request`,
    ]);
    const entries = more('9')
      .map(
        (code) =>
          `- { code: "${code}", group: request, status: documented, sources: [docs], meanings: [{ slug: x, problem: rate-limited, retry: never, fixedBy: you, messages: [] }] }\n`,
      )
      .join('');
    expect(
      many([
        [codes, '', entries],
        [codes, 'see: ["1003"]', 'see: ["1004"]'],
      ]),
    ).toEqual([
      `${codes}:6:9: the code "1004" does not exist, expected one that codes.yaml defines; near it: 1001, 1003`,
    ]);
  });
});

const twice: readonly Case[] = [
  [
    'a code',
    [[codes, '- code: "1001"', '- code: "400"']],
    [
      `${codes}:22:9: the code "400" stands twice (first on line 2), expected it once`,
      ...texts('acme').map(
        (file) => `${file}:23:3: text for the code "1001", which codes.yaml does not have, expected none`,
      ),
      `permalinks.txt:3:1: the address /acme/1001/ ${gone}`,
    ],
  ],
  [
    'a meaning',
    [[codes, 'slug: too-fast', 'slug: bad-symbol']],
    [
      `${codes}:14:13: the meaning "bad-symbol" stands twice (first on line 8), expected it once`,
      ...texts('acme').map(
        (file) => `${file}:18:5: text for the meaning "too-fast", which codes.yaml does not have, expected none`,
      ),
    ],
  ],
  [
    'a related code, a source, a group, a column',
    [
      [codes, 'see: ["1003"]', 'see: ["1003", "1003"]'],
      [codes, '[docs, docs-zh-cn]', '[docs, docs]'],
      [catalog, 'groups: [request, authentication]', 'groups: [request, authentication, request]'],
      [zephyrCatalog, 'columns: [requests, weight]', 'columns: [requests, requests]'],
    ],
    [
      `${catalog}:15:35: the group "request" stands twice (first on line 15), expected it once`,
      `${codes}:5:19: the source "docs" stands twice (first on line 5), expected it once`,
      `${codes}:6:17: the code "1003" stands twice (first on line 6), expected it once`,
      `${zephyrCatalog}:24:25: the column "requests" stands twice (first on line 24), expected it once`,
      ...texts('zephyr-futures').map(
        (file, index) =>
          `${file}:14:${index === 0 ? 40 : 34}: text for the column "weight", which catalog.yaml does not have, expected none`,
      ),
    ],
  ],
  [
    'a problem',
    [[problems, '', '- { id: rate-limited, category: request }\n']],
    [`${problems}:4:9: the problem "rate-limited" stands twice (first on line 2), expected it once`],
  ],
  [
    'an address: codes that differ in case only',
    [
      [
        zephyrCodes,
        '',
        '- { code: "Ambiguous_symbol", group: market, status: retired, sources: [guide], meanings: [] }\n',
      ],
    ],
    [
      `${zephyrCodes}:37:11: the code "Ambiguous_symbol" has the same address as "AMBIGUOUS_SYMBOL" on line 14 (/zephyr-futures/ambiguous_symbol/), expected one entry for an address`,
      `${zephyrCodes}:37:91: meanings: found an empty list, expected at least 1 item`,
      ...texts('zephyr-futures').map(
        (file) => `${file}:18:1: the code "Ambiguous_symbol" has no text here, expected one under codes`,
      ),
    ],
  ],
];

test.each(twice)('%s that stands twice', (_name, edits, expected) => {
  expect(findings(...edits)).toEqual(expected);
});

const lastOfZhTw =
  '  "1003":\n    invalid-token:\n      title: "權杖無效"\n      origin: translated\n      causes: ["權杖有誤或已過期。"]\n      fixes: ["建立新的權杖。"]\n';

const texting: readonly Case[] = [
  [
    'a code without text in one language',
    [[zhTw, lastOfZhTw, '']],
    [`${zhTw}:11:1: the code "1003" has no text here, expected one under codes`],
  ],
  [
    'a meaning called otherwise in a text',
    [[zhTw, '    bad-symbol:', '    wrong-name:']],
    [
      `${zhTw}:13:5: text for the meaning "wrong-name", which codes.yaml does not have, expected "bad-symbol", which has no text here`,
    ],
  ],
  [
    'two of them, of which one has a slip',
    [
      [zhTw, '    bad-symbol:', '    bad-symbols:'],
      [zhTw, '    too-fast:', '    x:'],
    ],
    [
      `${zhTw}:12:3: the meaning "too-fast" has no text here, expected one under codes, 400`,
      `${zhTw}:13:5: text for the meaning "bad-symbols", which codes.yaml does not have, expected "bad-symbol", which has no text here`,
      `${zhTw}:18:5: text for the meaning "x", which codes.yaml does not have, expected none`,
    ],
  ],
  [
    'text for a code that does not exist',
    [[zhTw, '', lastOfZhTw.replace('1003', '1004')]],
    [`${zhTw}:35:3: text for the code "1004", which codes.yaml does not have, expected none`],
  ],
  [
    'a problem called otherwise in a text',
    [['problems/text.en.yaml', 'rate-limited:', 'rate_limited:']],
    [
      'problems/text.en.yaml:6:1: text for the problem "rate_limited", which problems.yaml does not have, expected "rate-limited", which has no text here',
    ],
  ],
  [
    'groups, envelopes, limits, columns and rows',
    [
      [en, 'groups: { request: "Requests", ', 'groups: { requests: "Requests", '],
      [en, '    json: {', '    yaml: {'],
      [zephyrEn, 'columns: { requests: "Requests", ', 'columns: { '],
      [zephyrEn, 'paid: "Paid" }', 'paid: "Paid", constructor: "x" }'],
      ['catalogs/zephyr-futures/text.zh-cn.yaml', '    rest:', '    constructor:'],
    ],
    [
      `${en}:7:13: text for the group "requests", which catalog.yaml does not have, expected "request", which has no text here`,
      `${en}:9:5: text for the envelope "yaml", which catalog.yaml does not have, expected "json", which has no text here`,
      `${zephyrEn}:14:7: the column "requests" has no text here, expected one under catalog, limits, rest, columns`,
      `${zephyrEn}:15:43: text for the row "constructor", which catalog.yaml does not have, expected none`,
      'catalogs/zephyr-futures/text.zh-cn.yaml:11:5: text for the limit "constructor", which catalog.yaml does not have, expected "rest", which has no text here',
    ],
  ],
  [
    'limits without any text',
    [[zephyrEn, '  limits:', '  limit:']],
    [
      `${zephyrEn}:1:1: the limit "rest" has no text here, expected one in catalog, under limits`,
      `${zephyrEn}:10:3: unknown key "limit", expected only name, provider, surface, summary, notes, history, terms, groups, envelopes, limits, handling`,
    ],
  ],
];

test.each(texting)('%s', (_name, edits, expected) => {
  expect(findings(...edits)).toEqual(expected);
});

const rules: readonly Case[] = [
  [
    'backoff without wait',
    [[codes, '      wait: { seconds: 10 }\n', '']],
    [
      `${codes}:16:14: retry: backoff without wait, expected wait: exponential, described, { seconds: 10 } or { header: Retry-After } beside it`,
    ],
  ],
  [
    'wait without backoff',
    [[codes, 'retry: backoff', 'retry: never']],
    [`${codes}:17:13: wait with retry: never, expected retry: backoff or no wait`],
  ],
  [
    'a successor of a code that is in use',
    [[codes, 'status: retired', 'status: documented']],
    [`${codes}:25:14: successor with status: documented, expected status: retired or no successor`],
  ],
  [
    'a code that points to itself',
    [
      [codes, 'see: ["1003"]', 'see: ["400"]'],
      [codes, 'successor: "1003"', 'successor: "1001"'],
    ],
    [
      `${codes}:6:9: the code "400" points to itself, expected another code`,
      `${codes}:25:14: the code "1001" is its own successor, expected another code`,
    ],
  ],
  [
    'a meaning with the anchor of a section',
    [[codes, 'slug: old-token', 'slug: why'], ...texts('acme').map((file): Edit => [file, 'old-token:', 'why:'])],
    [`${codes}:28:13: the meaning "why" has the name of a section that every page has, expected another slug`],
  ],
  [
    'a meaning with the anchor of a further guidance',
    [
      [codes, 'slug: old-token', 'slug: guidance-2'],
      ...texts('acme').map((file): Edit => [file, 'old-token:', 'guidance-2:']),
    ],
    [`${codes}:28:13: the meaning "guidance-2" has the name of a section that every page has, expected another slug`],
  ],
  [
    'a meaning with the anchor of a section of another',
    [
      [codes, 'slug: too-fast', 'slug: bad-symbol-fix'],
      ...texts('acme').map((file): Edit => [file, 'too-fast:', 'bad-symbol-fix:']),
    ],
    [
      `${codes}:14:13: the meaning "bad-symbol-fix" has the name of a section of the meaning "bad-symbol", expected another slug`,
    ],
  ],
  [
    'a meaning with the anchor of the history of another',
    [
      [codes, 'slug: too-fast', 'slug: bad-symbol-history'],
      ...texts('acme').map((file): Edit => [file, 'too-fast:', 'bad-symbol-history:']),
    ],
    [
      `${codes}:14:13: the meaning "bad-symbol-history" has the name of a section of the meaning "bad-symbol", expected another slug`,
    ],
  ],
  [
    'a limit with too few values',
    [[zephyrCatalog, '{ count: 10, seconds: 1 }, 0', '{ count: 10, seconds: 1 }']],
    [`${zephyrCatalog}:26:29: found 1 value, expected 2: one for each column`],
  ],
];

test.each(rules)('%s', (_name, edits, expected) => {
  expect(findings(...edits)).toEqual(expected);
});

test.each([
  [
    'a superseding source',
    [[catalog, 'read: "2026-07-01"', 'read: "2026-07-01", supersededBy: doc']],
    [`${catalog}:4:122: the source "doc" does not exist, expected one of those in catalog.yaml: docs, docs-zh-cn`],
  ],
  [
    'the source of a title',
    [[en, 'title: "Invalid token"', 'title: "Invalid token"\n      source: doc']],
    [`${en}:32:15: the source "doc" does not exist, expected one of those in catalog.yaml: docs, docs-zh-cn`],
  ],
  [
    'the source of a former title',
    [[en, 'title: "Invalid token"', 'title: "Invalid token"\n      former: [{ title: "Bad token", source: doc }]']],
    [`${en}:32:46: the source "doc" does not exist, expected one of those in catalog.yaml: docs, docs-zh-cn`],
  ],
] satisfies readonly Case[])('%s that does not exist', (_name, edits, expected) => {
  expect(findings(...edits)).toEqual(expected);
});

test.each([
  [
    'a fix that only the provider can make',
    [
      [
        codes,
        'retry: after-fix\n      fixedBy: you\n      messages:\n        - { text: "symbol',
        'retry: after-fix\n      fixedBy: provider\n      messages:\n        - { text: "symbol',
      ],
    ],
    /retry: after-fix with fixedBy: provider, expected retry: never/,
  ],
  [
    'a wait that the texts do not describe',
    [[codes, 'wait: { seconds: 10 }', 'wait: described']],
    /no wait here though codes\.yaml has wait: described, expected what is published about waiting/,
  ],
  [
    'a description of a wait that codes.yaml does not know',
    [[en, 'title: "Too many requests"', 'title: "Too many requests"\n      wait: "One a second."']],
    /wait without wait: described in codes\.yaml, expected both or neither/,
  ],
  [
    'a day for a code that is still listed',
    [[codes, 'symbol: ERR_TOKEN', 'symbol: ERR_TOKEN\n  retired: "2026-07-01"']],
    /retired with status: documented, expected status: retired or no day/,
  ],
] satisfies readonly (readonly [string, readonly Edit[], RegExp])[])('%s is refused', (_name, edits, expected) => {
  const found = findings(...edits);
  expect(found.length).toBeGreaterThan(0);
  for (const line of found) expect(line).toMatch(expected);
});
