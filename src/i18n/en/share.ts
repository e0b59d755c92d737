import type { ShareWords } from '../types.ts';

export const share: ShareWords = {
  open: 'Share',
  openFor: (title) => `Share “${title}”`,
  language: 'Language of link and answer',
  message: 'Customer’s message',
  messageNote:
    'The link shows it above the documented message. Leave out anything confidential: it becomes part of the address.',
  what: {
    link: 'permanent link',
    page: 'link in this language',
    markdown: 'answer as Markdown',
    text: 'answer as plain text',
    rich: 'answer as rich text',
    message: 'link with this message',
  },
  copy: (what) => `Copy ${what}`,
  copied: (what) => `Copied: ${what}`,
  cut: (count) => `The message was cut to ${count} characters.`,
  byHand: 'The browser does not let the page copy. The text is selected: press Ctrl+C, or ⌘+C on a Mac.',
  failed: 'The answer could not be loaded. Try again, or copy the permanent link.',
  close: 'Close',
  given: 'The message in the link',
  marked: 'Highlighted text differs from the documented message.',
  same: 'This is the documented message, word for word.',
  unlike: 'It does not match any message of this entry.',
};
