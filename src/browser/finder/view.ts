/** Shows the finder's answers as lists of links. Text is inserted into the page as text only. */
import type { SearchWords } from '../../i18n/types.ts';
import type { Answer, CatalogName, Hit } from '../../search/types.ts';
import { element } from '../element.ts';
import type { Narrowed } from './choice.ts';
import { here } from './data.ts';
import type { TextHit } from './full-text.ts';

/** A link as shown in a list of results. */
interface Row {
  readonly group: string;
  readonly href: string;
  readonly code: string | undefined;
  readonly title: string;
  readonly note: string;
}

const hitRow = (hit: Hit, words: SearchWords): Row => ({
  group: hit.catalog.name,
  href: here(hit.path),
  code: hit.code,
  title: hit.title,
  note: hit.why
    .slice(0, 2)
    .map((why) => words.why[why])
    .join(' · '),
});

/**
 * Renders everything the finder says about a query, in order of certainty.
 * @param choose called with the chosen catalog, or undefined when the choice is undone
 */
export function answerView(
  { answer, choices, chosen, others }: Narrowed,
  words: SearchWords,
  choose: (id: string | undefined) => void,
): DocumentFragment {
  const view = document.createDocumentFragment();
  const understood = understoodText(answer, words);
  if (understood !== '') view.append(element('p', { class: 'found-understood' }, `${words.understood}${understood}`));
  const section = (title: string, hits: readonly Hit[]) => {
    if (hits.length > 0)
      view.append(
        rowsView(
          title,
          hits.map((hit) => hitRow(hit, words)),
        ),
      );
  };
  if (choices.length > 0) view.append(choicesView(choices, chosen, words, choose));
  section(words.exact, answer.exact);
  section(words.elsewhere, others);
  for (const { code, catalog, neighbours, elsewhere } of answer.unknown) {
    const says = catalog ? words.unknown(code, catalog.name) : words.unknownAnywhere(code);
    view.append(element('p', { class: 'found-unknown' }, says));
    section(words.elsewhere, elsewhere);
    section(words.neighbours, neighbours);
  }
  section(words.similar, answer.similar);
  return view;
}

/**
 * Renders buttons for the catalogs that all have the code; the chosen one is pressed, and pressing it again undoes the
 * choice.
 */
function choicesView(
  choices: readonly CatalogName[],
  chosen: string | undefined,
  words: SearchWords,
  choose: (id: string | undefined) => void,
): HTMLElement {
  const buttons = choices.map(({ id, name }) => {
    const button = element('button', { type: 'button', 'aria-pressed': String(id === chosen) }, name);
    button.addEventListener('click', () => choose(id === chosen ? undefined : id));
    return button;
  });
  return element(
    'div',
    { class: 'found-choices', role: 'group', 'aria-label': words.choices },
    element('span', {}, chosen === undefined ? words.choices : words.chosen),
    ...buttons,
  );
}

/** Renders hits of the full-text search, without pages that are already shown. */
export function textView(hits: readonly TextHit[], shown: ReadonlySet<string>, words: SearchWords): DocumentFragment {
  const view = document.createDocumentFragment();
  const rows = hits
    .filter(({ url }) => !shown.has(url))
    .map(
      ({ url, title, code, catalog, kind }): Row => ({
        group: catalog ?? (kind === 'problem' ? words.problem : words.page),
        href: url,
        code,
        title,
        note: '',
      }),
    );
  if (rows.length > 0) view.append(rowsView(words.text, rows));
  return view;
}

function rowsView(title: string, rows: readonly Row[]): HTMLElement {
  const section = element('section', { class: 'found' }, element('h3', {}, title));
  for (const [group, members] of Map.groupBy(rows, (row) => row.group)) {
    const list = element('ul', { 'aria-label': group });
    for (const { href, code, title: text, note } of members) {
      const link = element('a', { href, 'data-result': '' });
      if (code !== undefined) link.append(element('code', { translate: 'no' }, code), ' ');
      link.append(element('span', { class: 'found-title' }, text), ' ');
      link.append(element('small', {}, code === undefined || note === '' ? group : `${group} · ${note}`));
      list.append(element('li', {}, link));
    }
    // If a catalog has several hits, its name is repeated above them.
    if (members.length > 1) section.append(element('p', { class: 'found-group', 'aria-hidden': 'true' }, group));
    section.append(list);
  }
  return section;
}

function understoodText({ exact, understood }: Answer, says: SearchWords): string {
  const { codes, catalogs, message, words, plain } = understood;
  // A short query speaks for itself.
  if (plain) return '';
  const certain = new Set(exact.map(({ catalog }) => catalog.id));
  return [
    // If something is certain, catalogs that fit less well would only confuse.
    ...catalogs.filter(({ id }) => certain.size === 0 || certain.has(id)).map(({ name }) => name),
    ...codes.filter(({ from }) => from !== 'number').map(({ code }) => says.understoodCode(code)),
    ...(message === undefined ? [] : [says.understoodMessage(message)]),
    ...(codes.length === 0 && message === undefined ? words.slice(0, 5) : []),
  ].join(says.comma);
}
