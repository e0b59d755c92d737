/** A small content folder for these tests: one catalog for each form that a provider's page takes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { type Locale, locales } from '../../src/locales.ts';
import type { MessageData } from './facts.ts';
import { catalogs } from './facts.ts';

const slug = (index: number) => (index === 0 ? 'first' : `other-${index}`);

const message = (given: MessageData) => ({
  seen: 'documented',
  ...(typeof given === 'string' ? { text: given } : given),
});

function textFile(id: string, locale: Locale) {
  const { entries = [] } = catalogs.find((catalog) => catalog.id === id) ?? {};
  const meaning = (official: string | undefined) => ({
    title: official ?? 'a title of our own',
    origin: official === undefined ? 'translated' : 'official',
    causes: ['a cause'],
    fixes: ['a fix'],
  });
  return {
    catalog: {
      name: id,
      provider: id,
      surface: 'HTTP',
      summary: 'a summary',
      groups: { all: 'all' },
      envelopes: { http: { title: 'HTTP' } },
      handling: { intro: 'an intro', points: ['a point'] },
    },
    codes: new Map(
      entries.map(({ code, meanings }) => [
        code,
        new Map(meanings.map(({ titles }, index) => [slug(index), meaning(titles?.[locale])])),
      ]),
    ),
  };
}

let texts: ReadonlyMap<string, string> | undefined;

/** Writes the content to a folder of its own, which is removed after the test. */
export function writeContent(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  texts ??= contentTexts();
  for (const [name, text] of texts) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Returns the text of each file. */
function contentTexts(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const write = (name: string, data: unknown) => files.set(name, stringify(data));
  write('problems/problems.yaml', [{ id: 'general', category: 'service' }]);
  for (const locale of locales) {
    write(`problems/text.${locale}.yaml`, { general: { title: 't', summary: 's', causes: ['c'], fixes: ['f'] } });
  }
  for (const { id, sources, entries } of catalogs) {
    write(`catalogs/${id}/catalog.yaml`, {
      kind: 'exchange',
      provider: { id, homepage: 'https://example.com/' },
      aliases: [],
      sources,
      envelopes: [{ id: 'http', kind: 'http', language: 'json', template: '{"code": {{code:json}}}' }],
      defaultEnvelope: 'http',
      clues: [],
      groups: ['all'],
      limits: [],
      handling: [],
    });
    write(
      `catalogs/${id}/codes.yaml`,
      entries.map(({ code, symbol, status = 'documented', meanings }) => ({
        code,
        ...(symbol === undefined ? {} : { symbol }),
        group: 'all',
        status,
        sources: Object.keys(sources).slice(0, 1),
        meanings: meanings.map(({ messages = [] }, index) => ({
          slug: slug(index),
          problem: 'general',
          retry: 'never',
          fixedBy: 'you',
          messages: messages.map(message),
        })),
      })),
    );
    for (const locale of locales) write(`catalogs/${id}/text.${locale}.yaml`, textFile(id, locale));
  }
  return files;
}
