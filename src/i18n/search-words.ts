/** What the finder says. The search dialog carries it in every language, so that an answer waits for nothing else. */
import type { Localized } from '../locales.ts';
import type { Why } from '../search/types.ts';
import { spaced } from './spacing.ts';

export interface SearchWords {
  readonly open: string;
  readonly label: string;
  readonly placeholder: string;
  readonly close: string;
  readonly dialog: string;
  readonly hint: string;
  readonly results: (count: number) => string;
  readonly exact: string;
  readonly similar: string;
  readonly text: string;
  readonly none: string;
  readonly noneHint: string;
  readonly keys: string;
  readonly failed: string;
  readonly dev: string;
  readonly javascript: string;
  readonly problem: string;
  /** A page that belongs to no catalog and is no problem. */
  readonly page: string;
  readonly why: Readonly<Record<Why, string>>;
  /** With what stands between it and what follows. */
  readonly understood: string;
  readonly comma: string;
  readonly understoodCode: (code: string) => string;
  readonly understoodMessage: (message: string) => string;
  readonly unknown: (code: string, catalog: string) => string;
  readonly unknownAnywhere: (code: string) => string;
  readonly neighbours: string;
  readonly elsewhere: string;
}

export const searchWords: Localized<SearchWords> = {
  en: {
    open: 'Search',
    label: 'Search for a code, a message or words',
    placeholder: 'Code, message or words',
    close: 'Close',
    dialog: 'Search the atlas',
    hint: 'Type a code such as 1002, a provider and a code such as mexc 1002, or paste a message.',
    results: (count) => (count === 0 ? 'No results' : `${count} ${count === 1 ? 'result' : 'results'}`),
    exact: 'Exact',
    similar: 'Similar',
    text: 'In the texts',
    none: 'Nothing found.',
    noneHint: 'Try the number alone, the provider and the number, or the message without its variable part.',
    keys: 'to choose, Enter to open, Esc to close',
    failed: 'The search data could not be loaded. The tables of the catalogs list every code.',
    dev: 'Full-text search needs a built site: run npm run build once. Codes and messages are found without it.',
    javascript: 'Searching needs JavaScript. The catalogs below list every code.',
    problem: 'Problem',
    page: 'Page',
    why: {
      code: 'this code',
      catalog: 'catalog named',
      shape: 'the answer has this API’s shape',
      clue: 'something in the text points to this API',
      symbol: 'symbol',
      message: 'message',
      title: 'title',
      words: 'words in common',
      'same-code': 'same code, other API',
      success: 'an answer without an error',
      http: 'as an HTTP status',
      number: 'a number in the text',
      sign: 'with the other sign',
      neighbour: 'nearest code',
    },
    understood: 'Understood: ',
    comma: ', ',
    understoodCode: (code) => `code ${code}`,
    understoodMessage: (message) => `message “${message}”`,
    unknown: (code, catalog) => `${catalog} has no code ${code}.`,
    unknownAnywhere: (code) => `No catalog has the code ${code}.`,
    neighbours: 'The nearest codes',
    elsewhere: 'The same code in other catalogs',
  },
  'zh-cn': {
    open: '搜索',
    label: '搜索错误码、错误消息或关键词',
    placeholder: '错误码、错误消息或关键词',
    close: '关闭',
    dialog: '全站搜索',
    hint: '输入错误码（如 1002）、服务商加错误码（如 mexc 1002），或粘贴错误消息。',
    results: (count) => (count === 0 ? '没有结果' : `${count} 条结果`),
    exact: '精确匹配',
    similar: '相近',
    text: '正文包含',
    none: '没有找到。',
    noneHint: '可以只输入数字、“服务商 + 数字”，或去掉消息里会变化的部分再试。',
    keys: '选择，Enter 打开，Esc 关闭',
    failed: '搜索数据加载失败。各目录的表格列出了全部错误码。',
    dev: '全文搜索需要先构建网站：运行一次 npm run build。错误码和错误消息不受影响。',
    javascript: '搜索需要 JavaScript。下面的目录列出了全部错误码。',
    problem: '问题',
    page: '页面',
    why: {
      code: '就是这个错误码',
      catalog: '提到了这个目录',
      shape: '返回内容符合这个 API 的格式',
      clue: '文本中有指向这个 API 的线索',
      symbol: '错误名称相符',
      message: '错误消息相符',
      title: '标题相符',
      words: '有相同的词',
      'same-code': '同号，但属于其他 API',
      success: '不是错误的返回',
      http: '作为 HTTP 状态码',
      number: '文本中的数字',
      sign: '正负号不同',
      neighbour: '最接近的号码',
    },
    understood: '识别结果：',
    comma: '，',
    understoodCode: (code) => `错误码 ${code}`,
    understoodMessage: (message) => `消息“${message}”`,
    unknown: (code, catalog) => `${spaced(catalog)}没有错误码 ${code}。`,
    unknownAnywhere: (code) => `所有目录都没有错误码 ${code}。`,
    neighbours: '最接近的错误码',
    elsewhere: '其他目录的同号错误码',
  },
  'zh-tw': {
    open: '搜尋',
    label: '搜尋錯誤碼、錯誤訊息或關鍵字',
    placeholder: '錯誤碼、錯誤訊息或關鍵字',
    close: '關閉',
    dialog: '全站搜尋',
    hint: '輸入錯誤碼（如 1002）、服務商加錯誤碼（如 mexc 1002），或貼上錯誤訊息。',
    results: (count) => (count === 0 ? '沒有結果' : `${count} 筆結果`),
    exact: '完全符合',
    similar: '相近',
    text: '內文包含',
    none: '找不到。',
    noneHint: '可以只輸入數字、「服務商 + 數字」，或去掉訊息裡會變動的部分再試。',
    keys: '選擇，Enter 開啟，Esc 關閉',
    failed: '搜尋資料載入失敗。各目錄的表格列出了所有錯誤碼。',
    dev: '全文搜尋需要先建置網站：執行一次 npm run build。錯誤碼和錯誤訊息不受影響。',
    javascript: '搜尋需要 JavaScript。下面的目錄列出了所有錯誤碼。',
    problem: '問題',
    page: '頁面',
    why: {
      code: '就是這個錯誤碼',
      catalog: '提到了這個目錄',
      shape: '回應內容符合這個 API 的格式',
      clue: '文字中有指向這個 API 的線索',
      symbol: '錯誤名稱相符',
      message: '錯誤訊息相符',
      title: '標題相符',
      words: '有相同的詞',
      'same-code': '同號，但屬於其他 API',
      success: '不是錯誤的回應',
      http: '當作 HTTP 狀態碼',
      number: '文字中的數字',
      sign: '正負號不同',
      neighbour: '最接近的號碼',
    },
    understood: '判讀結果：',
    comma: '，',
    understoodCode: (code) => `錯誤碼 ${code}`,
    understoodMessage: (message) => `訊息「${message}」`,
    unknown: (code, catalog) => `${spaced(catalog)}沒有錯誤碼 ${code}。`,
    unknownAnywhere: (code) => `所有目錄都沒有錯誤碼 ${code}。`,
    neighbours: '最接近的錯誤碼',
    elsewhere: '其他目錄的同號錯誤碼',
  },
};
