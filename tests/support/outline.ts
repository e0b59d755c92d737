/** The fixture with an outline: code 1003 of Acme without causes and fixes. */
import { codes, type Edit, en, zhTw } from './broken.ts';

/** The edits: the depth first, then each language's texts. */
export const acmeOutline: readonly Edit[] = [
  [codes, '- code: "1003"\n', '- code: "1003"\n  depth: outline\n'],
  [en, '      causes: ["The token is wrong or has expired."]\n      fixes: ["Make a new token."]\n', ''],
  ['catalogs/acme/text.zh-cn.yaml', '      causes: ["令牌有误或已过期。"]\n      fixes: ["新建令牌。"]\n', ''],
  [zhTw, '      causes: ["權杖有誤或已過期。"]\n      fixes: ["建立新的權杖。"]\n', ''],
];
