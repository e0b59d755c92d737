/** Adds a copy button to every block of code. Its labels are in the header, once for all blocks. */
import { element } from './element.ts';

const { copyLabel: copy, copied, byHand } = document.querySelector<HTMLElement>('[data-copy-label]')?.dataset ?? {};
/** Tells readers who cannot see the label change what a button did. */
const status = element('p', { role: 'status', class: 'sr-only' });

/** Selects the code for the reader to copy if the browser does not allow the page to. */
function select(pre: HTMLPreElement): void {
  getSelection()?.selectAllChildren(pre);
  pre.focus();
}

function addButton(block: HTMLElement): void {
  const pre = block.querySelector('pre');
  if (!pre || !copy || !copied || !byHand) return;
  const caption = block.parentElement?.querySelector(':scope > :is(figcaption, summary)')?.textContent?.trim();
  const button = element(
    'button',
    { type: 'button', class: 'copy-code', 'aria-label': caption ? `${copy}: ${caption}` : copy },
    copy,
  );
  const say = (words: string): void => {
    button.textContent = words;
    status.textContent = words;
    setTimeout(() => {
      button.textContent = copy;
      status.textContent = '';
    }, 3000);
  };
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText((pre.textContent ?? '').trimEnd());
      say(copied);
    } catch {
      select(pre);
      say(byHand);
    }
  });
  block.append(button);
}

const blocks = document.querySelectorAll<HTMLElement>('.code');
if (blocks.length > 0) document.body.append(status);
for (const block of blocks) addButton(block);
