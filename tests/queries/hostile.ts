/** Texts of 100 KB that would make a careless program slow or stop. */
const size = 100_000;

const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** Returns the texts, each with a name. */
export function hostileTexts(): (readonly [name: string, text: string])[] {
  const pieces: Readonly<Record<string, string>> = {
    'one letter': 'a',
    'words of one letter': 'a ',
    braces: '{',
    'braces, closed': '{}',
    'braces and keys': '{"a":',
    brackets: '[',
    parentheses: '(((',
    'double quotes': '"',
    'single quotes': "'",
    'both quotes': `"'`,
    backslashes: '\\',
    'backslashes and quotes': '\\"',
    'many backslashes and quotes': '\\\\\\"\\"',
    colons: ':',
    'equal signs': 'a=',
    'keys and values': 'code=1002 ',
    'quoted keys': '"code":1002,',
    answers: '{"success":false,"code":1002,"message":"Contract not allow place order!"}\n',
    'answers on one line': '{"code":1002,"message":"x"}',
    'answers, all different shapes': '{"ret":1,"msg":"a","code":2,"message":"b","status":3,"function":"c","success":1}',
    digits: '1',
    numbers: '1002 ',
    'numbers with signs': '-1-',
    dates: '2024-05-01 10:15:00 ',
    'error codes': 'error code 1002 ',
    'error words': 'error ',
    'regular expressions': '(a+)+$(a|a)*b',
    underscores: '_',
    names: 'A_B_',
    'names of many parts': 'ERR_INVALID_',
    spaces: ' ',
    'tabs and line ends': '\t\r\n',
    'null bytes': '\u0000',
    'lone surrogates': '\ud800',
    'lone surrogates, turned': '\udc00\ud800',
    'combining marks': '\u0301\u0323',
    'combining marks, descending': 'a\u0345\u0301\u0327\u0334',
    'ligatures that grow': '\ufdfa',
    'full-width digits': '１００２',
    'traditional characters': '簽章無效',
    'one Chinese character': '错',
    messages: '无法连接到终端服务 ',
    'message beginnings': 'too many requests ',
    'catalog names': 'mexc gm alltick tickdb ',
    'beginnings of log lines': 'error code=1201, info=',
    'dotted capital I': 'İ',
    emoji: '👩‍👩‍👧‍👦',
    'right-to-left marks': '\u200f\u202e',
    entities: '&quot;',
    placeholders: '{detail}',
    escapes: '\\u0041',
    'prototype keys': '{"__proto__":{"constructor":1}}',
    'cut-off strings': `{"a":"b\n`,
  };
  const texts: (readonly [string, string])[] = Object.entries(pieces).map(([name, piece]) => [name, fill(piece)]);
  let nested = '{"code":1002,"message":"x"}';
  while (nested.length * 2 < size && nested.length < 40_000) nested = JSON.stringify({ body: nested });
  texts.push(['answers escaped many times', nested]);
  texts.push([
    'backslashes of growing length',
    Array.from({ length: 440 }, (_, n) => `'${'\\'.repeat(n)}`)
      .join('')
      .slice(0, size),
  ]);
  texts.push(['all characters', Array.from({ length: 65_536 }, (_, n) => String.fromCharCode(n)).join('')]);
  texts.push([
    'many different words',
    Array.from({ length: 14_000 }, (_, n) => n.toString(36).padStart(6, 'q')).join(' '),
  ]);
  texts.push([
    'many different numbers',
    Array.from({ length: 14_000 }, (_, n) => `code ${n}`)
      .join('\n')
      .slice(0, size),
  ]);
  texts.push(['many megabytes', fill('{"code":1002}\n').repeat(40)]);
  return texts;
}
