/** Filters and sorts a catalog's table. The filter is kept in the address, so that it can be linked to. */
import { type FilterOptions, matchesFilter } from '../search/filter.ts';
import { finderData } from './finder/data.ts';
import { currentLocale } from './page-locale.ts';

const selects = ['category', 'retry', 'fixed-by'] as const;

class CodeTable extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const table = this.querySelector('table');
    if (!form || !table) return;
    const rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-code]')];
    const texts = rows.map((row) => row.textContent ?? '');
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
    const output = form.querySelector('output');
    const none = this.querySelector<HTMLElement>('.table-none');
    const sort = form.querySelector<HTMLButtonElement>('[data-sort]');
    const bodies = [...table.tBodies];
    const home = rows.map((row) => row.parentElement);
    let known: FilterOptions | undefined;

    const apply = (): void => {
      const typed = field('filter').value;
      let shown = 0;
      rows.forEach((row, index) => {
        const { code = '', symbol } = row.dataset;
        const fits =
          selects.every((name) => {
            const { value } = field(name);
            return value === '' || row.getAttribute(`data-${name}`) === value;
          }) && matchesFilter({ code, symbol, text: texts[index] ?? '' }, typed, known);
        row.hidden = !fits;
        if (fits) shown += 1;
      });
      for (const body of bodies) {
        body.hidden = ![...body.rows].some((row) => row.dataset['code'] !== undefined && !row.hidden);
      }
      if (none) none.hidden = shown > 0;
      table.hidden = shown === 0;
      if (output) {
        // Without a filter the page shows all of them anyway.
        output.hidden = shown === rows.length;
        output.textContent = (output.dataset['template'] ?? '')
          .replace('{shown}', String(shown))
          .replace('{all}', String(rows.length));
      }
    };

    /**
     * Whether the manifest was requested: with its names and characters the filter reads text like the finder, without
     * them as typed.
     */
    let asked = false;
    const learn = async (): Promise<void> => {
      if (asked || field('filter').value === '') return;
      asked = true;
      const { catalog = '' } = this.dataset;
      try {
        known = { manifest: await finderData(currentLocale()).loadManifest(), catalog };
        apply();
      } catch {
        // Requested again with the next letter.
        asked = false;
      }
    };

    const arrange = (byCode: boolean): void => {
      sort?.setAttribute('aria-pressed', String(byCode));
      table.classList.toggle('by-code', byCode);
      const collator = new Intl.Collator('en', { numeric: true });
      const number = (row: HTMLTableRowElement) => Number(row.dataset['code']);
      const ordered = byCode
        ? rows.toSorted(
            (a, b) => number(a) - number(b) || collator.compare(a.dataset['code'] ?? '', b.dataset['code'] ?? ''),
          )
        : rows;
      for (const row of ordered) (byCode ? bodies[0] : home[rows.indexOf(row)])?.append(row);
    };

    const remember = (): void => {
      const url = new URL(location.href);
      for (const name of ['filter', ...selects]) {
        const { value } = field(name);
        if (value === '') url.searchParams.delete(name);
        else url.searchParams.set(name, value);
      }
      if (sort?.getAttribute('aria-pressed') === 'true') url.searchParams.set('sort', 'code');
      else url.searchParams.delete('sort');
      history.replaceState(history.state, '', url);
    };

    const wanted = new URLSearchParams(location.search);
    for (const name of ['filter', ...selects]) {
      const value = wanted.get(name);
      if (value !== null) field(name).value = value;
    }
    if (wanted.get('sort') === 'code') arrange(true);
    // Active choices must be visible.
    const choices = form.querySelector('details');
    if (choices) choices.open = ['sort', ...selects].some((name) => wanted.has(name));
    form.hidden = false;
    const filter = (): void => {
      apply();
      learn().catch(() => undefined);
    };
    filter();
    form.addEventListener('input', () => {
      filter();
      remember();
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () =>
      setTimeout(() => {
        arrange(false);
        apply();
        remember();
      }),
    );
    sort?.addEventListener('click', () => {
      arrange(sort.getAttribute('aria-pressed') !== 'true');
      apply();
      remember();
    });
  }
}

customElements.define('code-table', CodeTable);
