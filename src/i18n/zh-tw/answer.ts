import type { AnswerWords } from '../types.ts';

/** The words of a copied answer; pages use them as well. */
export const answer: AnswerWords = {
  retry: {
    never: { label: '不要重試', note: '原封不動重送還是會失敗。' },
    'after-fix': { label: '修正後再試', note: '先修改請求或設定；原封不動重送還是會失敗。' },
    backoff: { label: '等待後重試', note: '同樣的請求稍後可能成功。' },
    automatic: { label: '自動重新連線', note: 'SDK 會自行重新連線，不要手動重送。' },
    'check-first': {
      label: '先查詢再決定',
      note: '結果未知。重送之前先查詢訂單狀態，否則可能重複成交。',
    },
    none: { label: '不需重試', note: '這不是錯誤。' },
  },
  wait: {
    exponential: '官方沒有公布等待時間：從 1 秒開始，每次加倍。',
    seconds: (seconds) => `至少等待 ${seconds} 秒。`,
    header: (header) => `依 ${header} 回應標頭所示的時間等待。`,
  },
  status: {
    documented: { label: '官方已列出', note: '服務商的文件列出了這個錯誤碼。' },
    undocumented: {
      label: '官方未列出',
      note: '本站掌握的服務商錯誤碼表沒有列出，來自文件中的範例、SDK、用戶端或實際回應。',
    },
    retired: { label: '已停用', note: '服務商文件已不再列出這個錯誤碼，但仍可能遇到；頁面保留供查閱舊日誌。' },
  },
  entry: {
    retry: '能否重試',
    message: '錯誤訊息',
    messages: '錯誤訊息',
    noMessage: '本站沒有找到服務商的錯誤訊息原文。',
    meanings: (count) => `有 ${count} 種含義，依錯誤訊息區分`,
    fix: '怎麼處理',
    permalink: '永久連結',
    successor: (code) => `已由 ${code} 取代。`,
  },
  programs: {
    colon: '：',
  },
};
