import type { ShareWords } from '../types.ts';

export const share: ShareWords = {
  open: '分享',
  openFor: (title) => `分享「${title}」`,
  language: '連結與說明文字的語言',
  message: '客戶遇到的錯誤訊息',
  messageNote: '開啟連結時，它會顯示在文件訊息的上方。訊息會寫在網址裡，請勿填入機密內容。',
  what: {
    link: '永久連結',
    page: '所選語言的連結',
    markdown: '說明文字（Markdown）',
    text: '說明文字（純文字）',
    rich: '說明文字（格式化文字）',
    message: '帶這則訊息的連結',
  },
  copy: (what) => `複製${what}`,
  copied: (what) => `已複製：${what}`,
  cut: (count) => `訊息過長，只保留前 ${count} 個字元。`,
  byHand: '瀏覽器不允許本頁複製。文字已選取，請按 Ctrl+C（Mac 請按 ⌘+C）。',
  failed: '說明文字載入失敗。請再試一次，或改為複製永久連結。',
  close: '關閉',
  given: '連結中的訊息',
  marked: '標示的部分與文件中的訊息不同。',
  same: '與文件中的訊息一字不差。',
  unlike: '與這個錯誤碼的任何一則訊息都不相符。',
};
