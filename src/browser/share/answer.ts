/**
 * Builds an answer to paste into a ticket: what the code means and what to do about it, from the entry's JSON, in one
 * language, as Markdown, plain text or HTML. Pure: the browser and tests use it.
 */
import type { ApiEntry, ApiMeaning, ApiTexts } from '../../api/shape.ts';
import type { AnswerWords } from '../../i18n/types.ts';

/** Maximum number of steps in an answer; the linked page has all of them. */
export const mostSteps = 5;

/** A language tag as in the JSON. */
export type Tag = keyof ApiTexts;

export interface Answer {
  readonly language: Tag;
  readonly catalog: string;
  readonly code: string;
  /** The title, or the number of meanings the code has. */
  readonly title: string;
  readonly notice: string | undefined;
  readonly meanings: readonly AnswerMeaning[];
  readonly link: string;
  readonly words: AnswerWords;
}

/** A thing to do, as plain text and as a line of Markdown. */
interface Step {
  readonly plain: string;
  readonly markdown: string;
}

interface AnswerMeaning {
  /** Its own title, if the answer has several meanings. */
  readonly title: string | undefined;
  readonly messages: readonly string[];
  readonly steps: readonly Step[];
  readonly retry: string;
}

export interface Wanted {
  readonly language: Tag;
  /** The texts in that language. */
  readonly words: AnswerWords;
  /** The catalog's name in that language. */
  readonly catalog: string;
  /** The only meaning to include; all of them without it. */
  readonly slug?: string | undefined;
}

/** Picks from an entry what goes into an answer. A slug that the entry does not have is ignored. */
export function answerOf(entry: ApiEntry, { language, words, catalog, slug }: Wanted): Answer {
  const picked = entry.meanings.filter((meaning) => meaning.slug === slug);
  const meanings = picked.length > 0 ? picked : entry.meanings;
  const [first, ...others] = meanings;
  return {
    language,
    catalog,
    code: entry.code,
    title: first && others.length === 0 ? first.title[language] : words.entry.meanings(meanings.length),
    notice: noticeOf(entry, words),
    meanings: meanings.map((meaning) => ({
      title: others.length === 0 ? undefined : meaning.title[language],
      messages: meaning.messages.map(({ text }) => text),
      steps: stepsOf(meaning, language),
      retry: retryText(meaning, words, language),
    })),
    link: first && picked.length > 0 ? first.permalink : entry.permalink,
    words,
  };
}

const stepsOf = ({ fixes, fixesMarkdown }: ApiMeaning, language: Tag): Step[] =>
  fixes[language].slice(0, mostSteps).map((plain, index) => ({
    plain,
    markdown: fixesMarkdown[language][index] ?? escapeMarkdown(line(plain)),
  }));

function noticeOf({ status, successor }: ApiEntry, words: AnswerWords): string | undefined {
  if (status !== 'retired') return undefined;
  return sentences(words.status.retired.note, successor ? words.entry.successor(successor.code) : '');
}

/** Returns whether to retry, and after how long. */
function retryText({ retry, wait }: ApiMeaning, words: AnswerWords, language: Tag): string {
  const { label, note } = words.retry[retry];
  return `${label} · ${sentences(note, waitText(wait, words.wait, language))}`;
}

/** Formats a wait like formatWait, but from its form in the JSON. */
function waitText(wait: ApiMeaning['wait'], words: AnswerWords['wait'], language: Tag): string {
  switch (wait?.kind) {
    case 'exponential':
      return words.exponential;
    case 'seconds':
      return words.seconds(wait.seconds);
    case 'header':
      return words.header(wait.header);
    case 'described':
      return wait.text[language];
    default:
      return '';
  }
}

/** Joins sentences; a full-width full stop needs no space after it. */
const sentences = (first: string, second: string): string =>
  second === '' ? first : `${first}${first.endsWith('。') ? '' : ' '}${second}`;

/**
 * How a format writes the parts of an answer. `text` and `code` take plain text, the others the output of these two.
 */
interface Form {
  readonly text: (text: string) => string;
  readonly code: (text: string) => string;
  readonly link: (url: string) => string;
  readonly strong: (inline: string) => string;
  readonly paragraph: (inline: string) => string;
  readonly steps: (items: readonly Step[]) => string;
}

/** Joins lines: a line break in a text would end its paragraph or step. */
const line = (text: string): string =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');

function blocksOf({ catalog, code, title, notice, meanings, link, words }: Answer, form: Form): string[] {
  const { entry, programs } = words;
  const text = (plain: string) => form.text(line(plain));
  const labelled = (label: string, inline: string) => form.paragraph(`${form.text(label)}${programs.colon}${inline}`);
  return [
    form.paragraph(form.strong(`${text(catalog)} ${form.code(line(code))}${programs.colon}${text(title)}`)),
    ...(notice === undefined ? [] : [form.paragraph(text(notice))]),
    ...meanings.flatMap(({ title: own, messages, steps, retry }) => [
      ...(own === undefined ? [] : [form.paragraph(form.strong(text(own)))]),
      messages.length === 0
        ? form.paragraph(text(entry.noMessage))
        : labelled(
            messages.length > 1 ? entry.messages : entry.message,
            messages.map((message) => form.code(line(message))).join(' · '),
          ),
      ...(steps.length === 0
        ? []
        : [form.paragraph(`${form.text(entry.fix)}${programs.colon}`.trimEnd()), form.steps(steps)]),
      labelled(entry.retry, text(retry)),
    ]),
    labelled(entry.permalink, form.link(link)),
  ];
}

const numbered = (items: readonly string[]): string => items.map((item, index) => `${index + 1}. ${item}`).join('\n');

const plain: Form = {
  text: (text) => text,
  code: (text) => text,
  link: (url) => url,
  strong: (inline) => inline,
  paragraph: (inline) => inline,
  steps: (items) => numbered(items.map(({ plain: text }) => line(text))),
};

export const toPlainText = (answer: Answer): string => `${blocksOf(answer, plain).join('\n\n')}\n`;

/**
 * Escapes what Markdown (CommonMark, GFM, and dollar signs as some hosts read them) would take for markup. An
 * underscore within a word is not markup; a list, heading or rule can only begin at the start of a line.
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]<>~$]|&(?=#?\w+;)/g, '\\$&')
    .replace(/(?<=[\p{L}\p{N}])(_+)(?=[\p{L}\p{N}])|_/gu, (found, within?: string) => within ?? `\\${found}`)
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\');
}

/** Makes a code span with a fence that no run of backticks in the text can close. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const room = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}

const markdown: Form = {
  ...plain,
  text: escapeMarkdown,
  code: codeSpan,
  link: (url) => `<${url}>`,
  strong: (inline) => `**${inline}**`,
  steps: (items) => numbered(items.map((item) => item.markdown)),
};

export const toMarkdown = (answer: Answer): string => `${blocksOf(answer, markdown).join('\n\n')}\n`;

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities.get(character) ?? '');

const html: Form = {
  text: escapeHtml,
  code: (text) => `<code>${escapeHtml(text)}</code>`,
  link: (url) => `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`,
  strong: (inline) => `<strong>${inline}</strong>`,
  paragraph: (inline) => `<p>${inline}</p>`,
  steps: (items) => `<ol>${items.map((item) => `<li>${escapeHtml(line(item.plain))}</li>`).join('')}</ol>`,
};

/** Returns a fragment of HTML for mail and help-desk editors. */
export const toHtml = (answer: Answer): string =>
  `<div lang="${answer.language}">${blocksOf(answer, html).join('')}</div>`;
