import { expect, test } from 'vitest';
import { catalog, codes, type Edit, zephyrCatalog } from '../../support/broken.ts';
import { judge } from './judge.ts';

const example = (text: string) =>
  [
    codes,
    'seen: documented, example: "symbol XYZ not found" }\n',
    `seen: documented }\n      example: '${text}'\n`,
  ] as const;

test('examples show their codes and are JSON where they say so', () => {
  expect(judge(/example|template/)).toEqual([]);
  expect(judge(/example|template/, example('{"ret": 400}'))).toEqual([]);
});

test('a template shows the code: told once, not for every code', () => {
  expect(judge(/template/, [zephyrCatalog, '"code": {{code:json}}', '"code": 7'])).toEqual([
    `${zephyrCatalog}:9:15: the template does not show the code "-1121", expected {{code}} or {{code:json}} in it; where an answer carries no code, its meaning gets an example of its own in codes.yaml`,
  ]);
});

test('a template with language: json makes JSON of every message', () => {
  expect(
    judge(
      /template/,
      [catalog, '"msg": {{message:json}}', '"msg": "{{message}}"'],
      [codes, '"=limit"', '\'a "limit"\''],
    ),
  ).toEqual([
    `${catalog}:10:15: with the code "400" the template becomes "{"ret": 400, "msg": "a "limit""}", which is not JSON, expected {{code:json}} and {{message:json}} where values stand, without quotes around them, or another language than json`,
  ]);
});

test('an example of its own shows the code and is JSON too', () => {
  expect(judge(/example/, example('{"ret": 7}'))).toEqual([
    `${codes}:14:16: the example does not show the code "400", expected an answer as the wire carries it`,
  ]);
  expect(judge(/example/, example('ret 400'))).toEqual([
    `${codes}:14:16: the example is not JSON, expected JSON as the envelope "json" says, or another envelope`,
  ]);
});

test('an envelope has the keys and the words that it is known by', () => {
  const about = /finder knows/;
  expect(judge(about)).toEqual([]);
  expect(judge(about, [catalog, 'keys: [ret, msg], code: ret', 'keys: [RET, msg], code: code'])).toEqual([
    `${catalog}:12:20: names the key "code", which the template does not have, expected the keys of the answer: by them the finder knows it`,
  ]);
  expect(judge(about, [catalog, '{"ret": {{code:json}}', "{'ret': {{code:json}}"])).toEqual([]);
  const line = 'match: { text: "[{code}] {message}" }';
  const expected =
    'expected words of the template before {code}, {message} and {id}: by them the finder knows such a line';
  expect(judge(about, [zephyrCatalog, line, 'match: { text: "Error {code}: {message}" }'])).toEqual([
    `${zephyrCatalog}:17:20: begins with "Error ", ${expected}`,
  ]);
  const quotes: Edit = [zephyrCatalog, '[{{code}}] {{message}}', '[{"msg": {{message:json}}}] {{code}}'];
  expect(judge(about, quotes, [zephyrCatalog, line, `match: { text: '[{"msg": "{message}"}] {code}' }`])).toEqual([]);
  expect(judge(about, [zephyrCatalog, line, 'match: { text: "{code}: {message}" }'])).toEqual([
    `${zephyrCatalog}:17:20: begins with "", ${expected}`,
  ]);
});
