/** Content below a single certain entry: whether to retry and the first step, so that its page need not be opened. */
import type { ApiDocument, ApiEntry } from '../../api/shape.ts';
import { absolute, apiEntryPath, permanentPath } from '../../catalog/paths.ts';
import { type Locale, localeInfo } from '../../locales.ts';
import type { Hit } from '../../search/types.ts';
import { copy } from '../clipboard.ts';
import { element } from '../element.ts';
import type { Tag } from '../share/answer.ts';
import { loadAnswerWords, loadShareWords } from '../words.ts';
import { here } from './data.ts';

const entries = new Map<string, Promise<ApiEntry>>();

/** Fetches an entry's JSON once; a failure is not kept. */
function loadEntry(path: string): Promise<ApiEntry> {
  const known = entries.get(path);
  if (known) return known;
  const entry = fetch(here(path)).then(async (answer) => {
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return ((await answer.json()) as ApiDocument<'entry'>).entry;
  });
  entry.catch(() => entries.delete(path));
  entries.set(path, entry);
  return entry;
}

/**
 * Builds what is shown below a hit.
 * @returns undefined for an entry with several meanings of which none was identified: each has its own steps
 * @throws if the network fails
 */
export async function leadView(
  { catalog, code, meaning: slug }: Hit,
  locale: Locale,
): Promise<HTMLElement | undefined> {
  const language = localeInfo[locale].tag as Tag;
  const [entry, words, says, write] = await Promise.all([
    loadEntry(apiEntryPath(catalog.id, code)),
    loadAnswerWords(locale),
    loadShareWords(locale),
    import('../share/answer.ts'),
  ]);
  const [only, ...others] = entry.meanings;
  const meaning = others.length === 0 ? only : entry.meanings.find((each) => each.slug === slug);
  if (!meaning) return undefined;
  const own = others.length === 0 ? undefined : meaning.slug;
  const answer = () => write.answerOf(entry, { language, words, catalog: catalog.name, slug: own });
  const { label, note } = words.retry[meaning.retry];
  const [step] = meaning.fixes[language];
  const status = element('span', { role: 'status' });
  const button = (what: 'link' | 'markdown', text: () => string): HTMLButtonElement => {
    const made = element('button', { type: 'button', 'data-copy': what }, says.copy(says.what[what]));
    made.addEventListener('click', () => {
      copy({ text: Promise.resolve(text()) }, says, () => {
        status.textContent = says.copied(says.what[what]);
      }).catch(() => {
        status.textContent = says.failed;
      });
    });
    return made;
  };
  const site = { site: location.origin, base: import.meta.env.BASE_URL };
  const link = `${absolute(site, permanentPath(catalog.id, code))}${own === undefined ? '' : `#${own}`}`;
  return element(
    'div',
    { class: 'found-lead' },
    element('p', { 'data-retry': meaning.retry }, element('strong', {}, label), ` ${note}`),
    ...(step === undefined ? [] : [element('p', {}, step)]),
    element(
      'p',
      { class: 'found-copy' },
      button('link', () => link),
      button('markdown', () => write.toMarkdown(answer())),
      status,
    ),
  );
}
