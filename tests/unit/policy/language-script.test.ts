import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localeFor } from '../../../src/browser/reader-language.ts';
import { languageScript, languageScriptHash } from '../../../src/policy/language-script.ts';

interface Visit {
  languages?: readonly string[] | undefined;
  language?: string;
  stored?: string | null;
  blocked?: boolean;
  base?: string;
  search?: string;
  hash?: string;
}

/** Runs the script as a browser would and returns where it goes. */
function visit({ languages, language, stored = null, blocked, base = '/', search = '', hash = '' }: Visit) {
  const root = { dataset: { base, path: '/acme/400/' }, hidden: false };
  const went: string[] = [];
  const later: (() => void)[] = [];
  const storage = { getItem: (key: string) => (key === 'atlas-language' ? stored : null) };
  runInNewContext(languageScript, {
    document: { documentElement: root },
    navigator: { languages, language },
    location: { search, hash, replace: (to: string) => went.push(to) },
    setTimeout: (run: () => void) => later.push(run),
    get localStorage() {
      if (blocked) throw new Error('SecurityError');
      return storage;
    },
  });
  return { root, went, later };
}

const goes = (options: Visit): string | undefined => visit(options).went[0]?.split('/')[1];

describe('the language of a reader', () => {
  it.each([
    [['zh-HK'], 'zh-tw'],
    [['zh-MO'], 'zh-tw'],
    [['zh-TW'], 'zh-tw'],
    [['zh-Hant'], 'zh-tw'],
    [['zh-Hant-CN'], 'zh-tw'],
    [['zh_TW'], 'zh-tw'],
    [['zh-Hans-HK'], 'zh-cn'],
    [['zh'], 'zh-cn'],
    [['zh-CN'], 'zh-cn'],
    [['zh-SG'], 'zh-cn'],
    [['zh-Hans'], 'zh-cn'],
    [['en-GB', 'zh-TW'], 'en'],
    [['fr', 'zh-TW', 'en'], 'zh-tw'],
    [['fr', 'de'], 'en'],
    [['zhx', 'enx'], 'en'],
    [[], 'en'],
  ])('%j is %s', (languages, locale) => {
    expect(localeFor(languages)).toBe(locale);
    expect(goes({ languages })).toBe(locale);
  });

  it('is chosen alike by the function and the script', () => {
    const part = fc.constantFrom('zh', 'en', 'fr', 'Hant', 'Hans', 'TW', 'HK', 'MO', 'CN', 'US', 'x', 'hantx');
    const tag = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('-'));
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 4 }), (languages) => {
        expect(goes({ languages })).toBe(localeFor(languages));
      }),
    );
  });
});

describe('the script', () => {
  it('follows a remembered choice before the browser’s languages', () => {
    expect(goes({ languages: ['en'], stored: 'zh-tw' })).toBe('zh-tw');
    expect(goes({ languages: ['zh-HK'], stored: 'en' })).toBe('en');
  });

  it('ignores a remembered value that is no locale', () => {
    for (const stored of ['zh-TW', 'fr', '', '../evil', '__proto__'])
      expect(goes({ languages: ['zh-CN'], stored })).toBe('zh-cn');
  });

  it('works where storage is blocked', () => {
    expect(goes({ languages: ['zh-TW'], blocked: true })).toBe('zh-tw');
  });

  it('works without navigator.languages', () => {
    expect(goes({ languages: undefined, language: 'zh-TW' })).toBe('zh-tw');
    expect(goes({ languages: undefined })).toBe('en');
  });

  it('keeps base path, query and fragment, and goes once', () => {
    const { went } = visit({ languages: ['en'], base: '/atlas/', search: '?m=a%20b', hash: '#too-fast' });
    expect(went).toEqual(['/atlas/en/acme/400/?m=a%20b#too-fast']);
  });

  it('hides the page while it goes on, and shows it again should it stay', () => {
    const { root, later } = visit({ languages: ['en'] });
    expect(root.hidden).toBe(true);
    for (const run of later) run();
    expect(root.hidden).toBe(false);
  });

  it('has the hash that is published for it', () => {
    expect(languageScriptHash).toBe(`sha256-${createHash('sha256').update(languageScript).digest('base64')}`);
  });
});
