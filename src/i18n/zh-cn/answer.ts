import type { AnswerWords } from '../types.ts';

/** The words of a copied answer; pages use them as well. */
export const answer: AnswerWords = {
  retry: {
    never: { label: '不要重试', note: '原样重发还会失败。' },
    'after-fix': { label: '改正后再试', note: '先修改请求或配置；原样重发还会失败。' },
    backoff: { label: '等待后重试', note: '同样的请求过一段时间可能成功。' },
    automatic: { label: '自动重连', note: 'SDK 会自己重连，不要手动重发。' },
    'check-first': {
      label: '先查询再决定',
      note: '结果未知。重发之前先查询委托状态，否则可能重复成交。',
    },
    none: { label: '无需重试', note: '这不是错误。' },
  },
  wait: {
    exponential: '官方没有公布等待时间：从 1 秒开始，每次加倍。',
    seconds: (seconds) => `至少等待 ${seconds} 秒。`,
    header: (header) => `按 ${header} 响应头给出的时间等待。`,
  },
  status: {
    documented: { label: '官方已列出', note: '服务商的文档列出了这个错误码。' },
    undocumented: {
      label: '官方未列出',
      note: '本站掌握的服务商错误码表没有列出，来自文档中的示例、SDK、客户端或实际返回。',
    },
    retired: { label: '已停用', note: '服务商文档已不再列出这个错误码，但仍可能遇到；页面保留供查阅旧日志。' },
  },
  entry: {
    retry: '能否重试',
    message: '错误消息',
    messages: '错误消息',
    noMessage: '本站没有找到服务商的错误消息原文。',
    meanings: (count) => `有 ${count} 种含义，按错误消息区分`,
    fix: '怎么处理',
    permalink: '永久链接',
    successor: (code) => `已由 ${code} 取代。`,
  },
  programs: {
    colon: '：',
  },
};
