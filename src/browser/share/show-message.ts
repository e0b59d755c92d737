/** Shows the message from a link above the documented one and marks what varies. Text is inserted as text only. */
import { isLocale } from '../../locales.ts';
import { element } from '../element.ts';
import { loadShareWords } from '../words.ts';
import { bestMessage, type Part } from './align-message.ts';
import { givenIn, longestGiven } from './message-in-link.ts';

/** The documented messages of a meaning, and their element in the page. */
interface Place {
  readonly element: HTMLElement;
  readonly slug: string | undefined;
  readonly messages: readonly string[];
}

const places = (): Place[] =>
  [...document.querySelectorAll<HTMLElement>('[data-messages]')].map((list) => ({
    element: list,
    slug: list.dataset['messages'],
    messages: [...list.querySelectorAll('code')].map(({ textContent }) => textContent),
  }));

/** Shows the message; does nothing if the address has none. */
export async function showGiven(): Promise<void> {
  const { text, cut } = givenIn(location.search);
  const all = places();
  const [first] = all;
  if (text === '' || !first) return;
  const named = document.querySelector<HTMLElement>('[data-share]')?.dataset['locale'];
  const words = await loadShareWords(isLocale(named) ? named : 'en');

  const flat = all.flatMap((place) => place.messages.map((message) => ({ place, message })));
  const best = bestMessage(
    text,
    flat.map(({ message }) => message),
  );
  const slug = best ? flat[best.index]?.place.slug : undefined;
  // A link to one meaning leads to its section, where the message will be seen.
  const target = all.findLast((place) => `#${place.slug}` === location.hash && (!slug || slug === place.slug));
  const place = target ?? all.find((other) => other.slug === slug) ?? first;
  // Above the whole list of meanings if it belongs to none of them.
  const before = (best || target ? null : place.element.closest('.meaning-list')) ?? place.element;

  const parts: readonly Part[] = best?.alignment.parts ?? [{ text, varies: false }];
  const differs = parts.some(({ varies }) => varies);
  const says = best ? (differs ? words.marked : words.same) : words.unlike;
  before.before(
    element(
      'aside',
      { class: 'given', 'aria-label': words.given },
      element('strong', {}, words.given),
      element(
        'code',
        { translate: 'no' },
        ...parts.map((part) => (part.varies ? element('mark', {}, part.text) : part.text)),
      ),
      element('small', {}, cut ? `${says} ${words.cut(longestGiven)}` : says),
    ),
  );
}
