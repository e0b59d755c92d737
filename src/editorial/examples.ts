/** Example answers show their code, and are what they are said to be. */
import type { Report } from '../catalog/checks/names.ts';
import type { CatalogFiles } from '../catalog/load.ts';
import { quoted } from '../catalog/schema/text.ts';
import { wireExample } from '../catalog/wire.ts';
import { meaningsOf } from './meanings.ts';

/**
 * Reports examples without their code, and JSON that is none. A template is reported once, whatever the number of
 * codes that come in it, and is tried with every message: any of them may be the example one day.
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

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
