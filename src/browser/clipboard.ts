/** Puts text on the clipboard; if the browser refuses, shows it selected for the reader to copy. */
import type { ShareWords } from '../i18n/types.ts';
import { element } from './element.ts';

/** What to copy. Promises, because some browsers require the clipboard to be requested during the click itself. */
export interface Copy {
  readonly text: Promise<string>;
  readonly html?: Promise<string> | undefined;
}

/**
 * Copies, or lets the reader copy.
 * @param done called when the text is on the clipboard
 * @throws if the text itself cannot be produced
 */
export async function copy(what: Copy, words: ShareWords, done: () => void): Promise<void> {
  try {
    await write(what);
  } catch {
    showSelected(await what.text, await what.html, words, done);
    return;
  }
  done();
}

async function write({ text, html }: Copy): Promise<void> {
  if (!html && typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(await text);
  const blobs: Record<string, Promise<Blob>> = { 'text/plain': blob(text, 'text/plain') };
  if (html) blobs['text/html'] = blob(html, 'text/html');
  await navigator.clipboard.write([new ClipboardItem(blobs)]);
}

function blob(text: Promise<string>, type: string): Promise<Blob> {
  const made = text.then((content) => new Blob([content], { type }));
  // The failure is reported to whoever awaits the text.
  made.catch(() => undefined);
  return made;
}

function showSelected(text: string, html: string | undefined, words: ShareWords, done: () => void): void {
  const hint = element('p', { id: 'share-by-hand' }, words.byHand);
  const close = element('button', { type: 'button' }, words.close);
  const labelled = { 'aria-labelledby': hint.id, class: 'share-selected' };
  const field =
    html === undefined
      ? element('textarea', { ...labelled, readonly: '', rows: '10' })
      : element('div', { ...labelled, role: 'document', tabindex: '0' });
  if (field instanceof HTMLTextAreaElement) field.value = text;
  // The answer's own HTML, in which all text is escaped.
  else field.append(...new DOMParser().parseFromString(html ?? '', 'text/html').body.childNodes);
  const dialog = element('dialog', { class: 'share-dialog', 'aria-labelledby': hint.id }, hint, field, close);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  // Runs after the browser has copied.
  dialog.addEventListener('copy', () =>
    setTimeout(() => {
      dialog.close();
      done();
    }),
  );
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
  if (field instanceof HTMLTextAreaElement) field.select();
  else getSelection()?.selectAllChildren(field);
}
