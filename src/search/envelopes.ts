/** Finds which catalogs an answer in a pasted text looks like. The shapes come from the catalogs. */
import type { Found } from './loose-objects.ts';
import { findObjects } from './loose-objects.ts';
import { fold, tokenise } from './text.ts';
import type { JsonShape, Manifest } from './types.ts';

/** An answer that was recognised. */
export interface Recognised {
  /** Catalogs, each with how well the answer fits. */
  readonly fits: ReadonlyMap<string, number>;
  /** Whether the best shape is distinctive: a key that is not common, with a code and a message, or such a word. */
  readonly ownShape: boolean;
  readonly keys: readonly string[];
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/** Recognised answers, and codes and messages from fields named like one in answers of no known shape. */
export interface Fields {
  readonly recognised: readonly Recognised[];
  readonly codes: readonly {
    readonly code: string;
    readonly message: string | undefined;
    readonly keys: readonly string[];
  }[];
  readonly messages: readonly { readonly text: string; readonly code: string | undefined }[];
  /** Codes of answers that only wrap another answer. */
  readonly wrappers: ReadonlySet<string>;
  /** Whether the text contains any object in braces. */
  readonly objects: boolean;
}

const codeFields = new Set(
  'code errorcode error_code errcode err_code error-code ecode errno err_no ret retcode ret_code'.split(' '),
);
const messageFields = new Set(
  'message msg errormsg error_msg errmsg err_msg error_message errormessage error info detail details reason description data'.split(
    ' ',
  ),
);

/** Keys common to all APIs' answers, and words common to all log lines. */
const commonKeys = new Set('code msg message data error status id'.split(' '));
const commonWords =
  /^(?:code|msg|message|error|err|api|exception|status|request|websocket|(?:api|client|server)?(?:error|exception)(?:code|id|msg)?)$/;

const longestMessage = 600;
const longestId = 30;
const plausible = /^-?[a-z0-9]+(?:[_-][a-z0-9]+)*$/i;

/** Returns a value that can be a code: a whole number, or a name. */
export const codeValue = (value: string | undefined): string | undefined => {
  const code = value?.trim();
  return code && code.length <= 60 && plausible.test(code) && !/^(?:null|none|true|false|undefined)$/i.test(code)
    ? code
    : undefined;
};

const messageValue = (value: string | undefined): string | undefined =>
  value && /[\p{L}]/u.test(value) && !value.startsWith('{') ? value.slice(0, longestMessage) : undefined;

/**
 * Finds answers in a text.
 * @param text normalised, but neither folded nor in lower case
 */
export function readFields(text: string, manifest: Manifest, table: ReadonlyMap<string, string>): Fields {
  const objects = findObjects(text);
  const recognised: Recognised[] = [];
  const codes: { code: string; message: string | undefined; keys: readonly string[] }[] = [];
  const messages: { text: string; code: string | undefined }[] = [];
  /** Indexes of objects whose shape is one API's own. */
  const own = new Set<number>();
  const wrappers = new Set<string>();
  for (const [place, object] of objects.entries()) {
    const known = recognise(object, manifest);
    if (known) {
      if (known.ownShape) own.add(place);
      // The wrapper around an answer adds nothing: {"code":"1","data":[{"sCode":"51008", …
      const wraps = !known.ownShape && [...own].some((inner) => inner >= object.inner);
      if (!wraps) recognised.push(known);
      else if (known.code !== undefined) wrappers.add(known.code);
      continue;
    }
    // In a line without braces, the words before a value say what it is.
    if (object.loose) continue;
    const { keys } = object;
    const message = messageValue([...keys].find(([key, value]) => messageFields.has(key) && messageValue(value))?.[1]);
    // A closed WebSocket has codes of its own.
    const code = keys.has('wasclean') ? undefined : codeValue([...keys].find(([key]) => codeFields.has(key))?.[1]);
    if (code !== undefined) codes.push({ code, message, keys: [...keys.keys()] });
    if (message !== undefined) messages.push({ text: message, code });
  }
  recognised.push(...readTexts(text, manifest, table));
  return { recognised, codes, messages, wrappers, objects: objects.some(({ loose }) => !loose) };
}

/** Compares an object with the shapes of all catalogs; the best shape of a catalog counts. */
function recognise({ keys, loose }: Found, manifest: Manifest): Recognised | undefined {
  const fits = new Map<string, number>();
  let best = 0;
  let ownShape = false;
  let code: string | undefined;
  let message: string | undefined;
  for (const { id, shapes } of manifest.catalogs) {
    for (const shape of shapes) {
      if ('text' in shape || (loose && shape.keys.length < 3) || !shape.keys.every((key) => keys.has(key))) continue;
      const fit = howWell(shape, keys);
      if (fit > (fits.get(id) ?? 0)) fits.set(id, fit);
      if (fit > best) {
        best = fit;
        ownShape = isOwn(shape, keys, loose);
        code = joinedCode(shape, keys);
        message = shape.message === undefined ? undefined : messageValue(keys.get(shape.message));
      }
    }
  }
  return code === undefined && message === undefined
    ? undefined
    : { fits, ownShape, keys: [...keys.keys()], code, message };
}

/** Whether a shape that an object has is more than a form common to all APIs. */
function isOwn({ keys: asked, known, code, message }: JsonShape, keys: Found['keys'], loose: boolean): boolean {
  const own = asked.filter((key) => !commonKeys.has(key)).length;
  const strangers = loose ? 0 : [...keys.keys()].filter((key) => !known.includes(key)).length;
  // Lists of orders give each order's code without a message: then two keys must be its own.
  const isEnough = message === undefined ? own > 1 : own > 0;
  return isEnough && own >= strangers && code !== undefined;
}

/** Returns the code of an answer; if it has two halves, both. */
function joinedCode(shape: JsonShape, keys: ReadonlyMap<string, string>): string | undefined {
  const code = shape.code === undefined ? undefined : codeValue(keys.get(shape.code));
  const half = shape.subCode === undefined ? undefined : codeValue(keys.get(shape.subCode));
  return code === undefined || half === undefined ? code : `${code}_${half}`;
}

/**
 * Scores a fit: more for every required key, a little for keys that the catalog's answers may have, less for unknown
 * ones.
 */
function howWell(shape: JsonShape, keys: ReadonlyMap<string, string>): number {
  let strangers = 0;
  for (const key of keys.keys()) if (!shape.known.includes(key)) strangers++;
  return Math.max(1, 10 * shape.keys.length + 2 * (keys.size - strangers) - 4 * Math.min(strangers, 4));
}

const openParts = /\{(code|message|id)\}/g;
/** The value of `{id}`: a number, which a time in seconds or milliseconds may follow. */
const idAndTime = /^-?\d{1,12}(?: \d{10,13})?/;
const spaces = /\s+/g;
const places = 20;

/** Reads texts of a known form, such as a log line: the parts between its fixed words are code, message and ids. */
function readTexts(text: string, manifest: Manifest, table: ReadonlyMap<string, string>): Recognised[] {
  const found: Recognised[] = [];
  let line: string | undefined;
  for (const { id, shapes } of manifest.catalogs) {
    for (const shape of shapes) {
      if (!('text' in shape)) continue;
      line ??= fold(text, table).replace(spaces, ' ');
      const parts = shape.text.replace(spaces, ' ').split(openParts);
      const start = parts[0] ?? '';
      if (start.trim() === '') continue;
      let at = line.indexOf(start);
      for (let n = 0; at >= 0 && n < places; n++) {
        const values = readParts(line, at + start.length, parts);
        const code = codeValue(values?.get('code'));
        if (values && (code !== undefined || !values.has('code'))) {
          found.push({
            fits: new Map([[id, 40]]),
            ownShape: tokenise(shape.text.replaceAll(openParts, ' ')).some(
              ({ text: word }) => !commonWords.test(word) && !/^\d+$/.test(word),
            ),
            keys: [],
            code,
            message: messageValue(values.get('message')),
          });
        }
        at = line.indexOf(start, at + start.length);
      }
    }
  }
  return found;
}

/** Reads the values of `parts`, which alternates between texts and names. */
function readParts(line: string, from: number, parts: readonly string[]): Map<string, string> | undefined {
  const values = new Map<string, string>();
  let at = from;
  for (let i = 1; i + 1 < parts.length; i += 2) {
    const after = parts[i + 1] ?? '';
    if (parts[i] === 'id') {
      const [id] = idAndTime.exec(line.slice(at, at + longestId)) ?? [];
      if (id === undefined || !line.startsWith(after, at + id.length)) return undefined;
      at += id.length + after.length;
      continue;
    }
    const longest = parts[i] === 'code' ? 60 : longestMessage;
    const window = line.slice(at, at + longest + after.length);
    const end = after === '' ? window.length : window.indexOf(after);
    // A paste may be cut off within its message.
    const value = end < 0 ? (parts[i] === 'message' ? window : undefined) : window.slice(0, end);
    if (value === undefined) return undefined;
    values.set(parts[i] ?? '', value);
    if (end < 0) break;
    at += end + after.length;
  }
  return values;
}
