/** Checks that example answers show their code, are what they are said to be, and are recognised by the finder. */
import type { Report } from '../catalog/checks/names.ts';
import type { CatalogFiles } from '../catalog/load.ts';
import { quoted } from '../catalog/schema/text.ts';
import { wireExample } from '../catalog/wire.ts';
import { meaningsOf } from './meanings.ts';

/**
 * Reports examples without their code, and invalid JSON. A fault in a template is reported once, however many codes use
 * it, and the template is tried with every message: any of them may become the example one day.
 */
export function checkExamples(files: CatalogFiles, report: Report): void {
  const { catalog, codes } = files;
  const told = new Set<string>();
  const once = (key: string, tell: () => void): void => {
    if (!told.has(key)) tell();
    told.add(key);
  };
  const { envelopes = [], defaultEnvelope } = catalog.data ?? {};
  for (const { entry, meaning, path } of meaningsOf(files)) {
    const id = meaning.envelope ?? defaultEnvelope;
    const index = envelopes.findIndex((envelope) => envelope.id === id);
    const envelope = envelopes[index];
    if (!envelope) continue;
    const code = quoted(entry.code);
    if (meaning.example !== undefined) {
      const place = () => codes.at([...path, 'example']);
      if (!meaning.example.includes(entry.code))
        report(place(), `the example does not show the code ${code}, expected an answer as the wire carries it`);
      if (envelope.language === 'json' && !isJson(meaning.example))
        report(
          place(),
          `the example is not JSON, expected JSON as the envelope ${quoted(envelope.id)} says, or another envelope`,
        );
      continue;
    }
    const messages = meaning.messages.length > 0 ? meaning.messages : [undefined];
    const made = messages.map((message) => wireExample(envelope, entry.code, message));
    const place = () => catalog.at(['envelopes', index, 'template']);
    if (!made.every((text) => text.includes(entry.code))) {
      once(`code ${envelope.id}`, () =>
        report(
          place(),
          `the template does not show the code ${code}, expected {{code}} or {{code:json}} in it; where an answer carries no code, its meaning gets an example of its own in codes.yaml`,
        ),
      );
    }
    const broken = envelope.language === 'json' ? made.find((text) => !isJson(text)) : undefined;
    if (broken !== undefined) {
      once(`json ${envelope.id}`, () =>
        report(
          place(),
          `with the code ${code} the template becomes ${quoted(broken)}, which is not JSON, expected {{code:json}} and {{message:json}} where values stand, without quotes around them, or another language than json`,
        ),
      );
    }
  }
}

/**
 * Reports a `match` that its own envelope does not fit: the finder would not recognise the answer that the page shows.
 */
export function checkMatches({ catalog }: CatalogFiles, report: Report): void {
  for (const [index, { template, match }] of (catalog.data?.envelopes ?? []).entries()) {
    if (match === undefined) continue;
    const path = ['envelopes', index, 'match'];
    const shown = comparable(template);
    if ('text' in match) {
      const [start = ''] = match.text.split(/\{(?:code|message|id)\}/);
      const isShown = [shown, inQuotes(shown)].some((text) => text.includes(comparable(start)));
      if (start.trim() !== '' && isShown) continue;
      report(
        catalog.at([...path, 'text']),
        `begins with ${quoted(start)}, expected words of the template before {code}, {message} and {id}: by them the finder knows such a line`,
      );
      continue;
    }
    const { keys, code, message, subCode } = match.json;
    const named = [...keys, code, message, subCode].filter((key) => key !== undefined);
    const strange = named.find((key) => !shown.includes(`"${comparable(key)}"`));
    if (strange === undefined) continue;
    report(
      catalog.at([...path, 'json']),
      `names the key ${quoted(strange)}, which the template does not have, expected the keys of the answer: by them the finder knows it`,
    );
  }
}

/** Returns a text as the finder compares it: lower case, single spaces, and Python's single quotes as double ones. */
const comparable = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').replaceAll("'", '"');

/** Puts JSON placeholders in quotes: strings have them, and a `match` text may have one before the part that varies. */
const inQuotes = (template: string): string => template.replace(/\{\{(?:code|message):json\}\}/g, '"…"');

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
