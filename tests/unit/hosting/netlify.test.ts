import { expect, test } from 'vitest';
import { contentType, headersFor, siteHeaders } from '../../../src/hosting/headers.ts';
import { headersFile, redirectsFile } from '../../../src/hosting/netlify.ts';
import { sitePolicy } from '../../../src/policy/policy.ts';

type Rules = Map<string, Map<string, string>>;

function parse(file: string): Rules {
  const rules: Rules = new Map();
  for (const block of file.trim().split('\n\n')) {
    const [path = '', ...lines] = block.split('\n');
    expect(rules.has(path)).toBe(false);
    rules.set(path, new Map(lines.map((line) => line.match(/^ {2}([\w-]+): (.*)$/)?.slice(1, 3) as [string, string])));
  }
  return rules;
}

/** Reads a pattern as Netlify does: a star is anything, and in a part with a star the dot is any character. */
const netlify = (pattern: string): RegExp =>
  new RegExp(
    `^/${pattern
      .split('/')
      .filter(Boolean)
      .map((part) => (part === '*' ? '?(.*)' : part.includes('*') ? part.replaceAll('*', '(.*)') : RegExp.escape(part)))
      .join('/')}/?$`,
    'iu',
  );

/** Reads a pattern as Cloudflare does: a star is anything, everything else is literal. */
const cloudflare = (pattern: string): RegExp => new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`);

const pages = ['/', '/en/acme/1001/', '/acme/bad_cmd/', '/en/acme/bad_cmd/', '/acme/xjson/', '/404.html'];
const files = [
  '/en/acme/1001.md',
  '/api/v1/errors.json',
  '/api/v1/errors.csv',
  '/_astro/a.123.js',
  '/en/changes/atom.xml',
  '/zh-cn/opensearch.xml',
  '/robots.txt',
];
const rules = parse(headersFile('/', pages));

test.each([...pages, ...files])('%s gets the headers of the one definition on both hosts', (path) => {
  const wanted = new Map(headersFor(path));
  const last = new Map<string, string>();
  for (const [pattern, headers] of rules) {
    if (netlify(pattern).test(path)) for (const [name, value] of headers) last.set(name, value);
  }
  const joined = new Map<string, string>();
  for (const [pattern, headers] of rules) {
    if (!cloudflare(pattern).test(path)) continue;
    for (const [name, value] of headers) joined.set(name, joined.has(name) ? `${joined.get(name)}, ${value}` : value);
  }
  for (const got of [last, joined]) {
    for (const [name, value] of got) expect(value, name).toBe(wanted.get(name));
    for (const [name] of siteHeaders) expect(got.has(name), name).toBe(true);
  }
});

test('no line is longer than Cloudflare reads, and there are few rules however many pages', () => {
  const many = Array.from({ length: 5000 }, (_, index) => `/acme/${index}/`);
  expect(headersFile('/', many)).toBe(headersFile('/', []));
  expect(rules.size).toBeLessThan(100);
  for (const line of headersFile('/', pages).split('\n')) expect(line.length).toBeLessThan(2000);
});

test('rules and redirects stand under the base path', () => {
  for (const pattern of parse(headersFile('/atlas/', pages)).keys()) expect(pattern.startsWith('/atlas/')).toBe(true);
  expect(redirectsFile('/atlas/', [{ from: '/acme/old/', to: '/acme/new/' }])).toBe(
    '/atlas/acme/old/ /atlas/acme/new/ 301\n',
  );
  expect(redirectsFile('/', [])).toBe('');
});

test('the media type comes from a file’s whole name where its ending does not tell', () => {
  expect(contentType('/en/changes/atom.xml')).toBe('application/atom+xml; charset=utf-8');
  expect(contentType('/sitemap-0.xml')).toBe('application/xml; charset=utf-8');
  expect(contentType('/en/')).toBe('text/html; charset=utf-8');
  expect(contentType('/pagefind/index/en_1.pf_index')).toBe('application/octet-stream');
  expect(contentType('/og/a.png')).toBe('image/png');
});

test('the policy takes nothing from other origins and lets nobody frame a page', () => {
  expect(sitePolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  expect(sitePolicy).toContain("default-src 'none'");
  expect(sitePolicy).toContain("frame-ancestors 'none'");
});
