import type { ShareWords } from '../types.ts';

export const share: ShareWords = {
  open: '分享',
  openFor: (title) => `分享“${title}”`,
  language: '链接和说明文字的语言',
  message: '客户遇到的错误消息',
  messageNote: '打开链接时，它显示在文档消息的上方。消息会写在地址里，请勿填写保密内容。',
  what: {
    link: '永久链接',
    page: '所选语言的链接',
    markdown: '说明文字（Markdown）',
    text: '说明文字（纯文本）',
    rich: '说明文字（富文本）',
    message: '带这条消息的链接',
  },
  copy: (what) => `复制${what}`,
  copied: (what) => `已复制：${what}`,
  cut: (count) => `消息过长，只保留了前 ${count} 个字符。`,
  byHand: '浏览器不允许本页复制。文本已选中，请按 Ctrl+C（Mac 上按 ⌘+C）。',
  failed: '说明文字没有加载成功。请重试，或改为复制永久链接。',
  close: '关闭',
  given: '链接中的消息',
  marked: '标出的部分与文档中的消息不同。',
  same: '与文档中的消息一字不差。',
  unlike: '与本错误码的任何一条消息都不相符。',
};
