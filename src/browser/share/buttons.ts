/** Script of an entry page: shows the share buttons, and the message that a link carries. */
import { givenParameter } from './message-in-link.ts';

/** Loads the menu's code only when it is wanted. */
const load = () => import('./menu.ts');

for (const root of document.querySelectorAll<HTMLElement>('[data-share]')) {
  const button = root.querySelector('button');
  if (!button) continue;
  button.hidden = false;
  button.addEventListener('pointerenter', () => void load(), { once: true });
  button.addEventListener('click', () => load().then(({ toggle }) => toggle(root, button)));
}

if (new URLSearchParams(location.search).has(givenParameter)) {
  import('./show-message.ts').then(({ showGiven }) => showGiven());
}
