/** The finder's own page: a large input whose text stays in the browser. */

import type { Answer } from '../search/types.ts';
import { createFinder, steer } from './finder/controller.ts';
import { currentLocale } from './page-locale.ts';
import { loadWords } from './words.ts';

const form = document.querySelector<HTMLFormElement>('#finder');
const input = form?.querySelector('textarea');
const results = document.querySelector<HTMLElement>('#found');
const status = document.querySelector<HTMLElement>('#found-status');
const said = document.querySelector<HTMLElement>('#found-link');

if (form && input && results && status && said) {
  form.hidden = false;
  const finder = createFinder(results, status);
  steer(input, results, finder);
  let answer: Answer | undefined;
  const search = async (): Promise<void> => {
    said.textContent = '';
    answer = await finder.search(input.value);
  };
  input.addEventListener('input', () => void search());
  form.addEventListener('reset', () =>
    setTimeout(() => {
      history.replaceState(history.state, '', location.pathname);
      search();
      input.focus();
    }),
  );
  form.querySelector('[data-link]')?.addEventListener('click', async () => {
    const { find } = await loadWords(currentLocale());
    const share = answer?.share;
    if (share === undefined) {
      said.textContent = find.noLink;
      return;
    }
    const url = new URL(location.href);
    url.search = '';
    url.searchParams.set('q', share);
    history.replaceState(history.state, '', url);
    said.textContent = find.linked;
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked !== null) input.value = asked;
  if (input.value !== '') search();
  input.focus();
}
