/** What gives a mix-up of simplified and traditional Chinese away. */

/** Characters of frequent words that only one of the two scripts has, pair by pair. */
const simplified =
  '码误请务设连错论会这与对时间问题应该态为网络访没发单价个们动关开闭买卖账户权银级订阅达历参数据库类执线认证验签记录检询调频货币产额费经过还进远运选择转载输说读写让给从处两边后续际办实现长头页条响识别缓';
const traditional =
  '碼誤請務設連錯論會這與對時間問題應該態為網絡訪沒發單價個們動關開閉買賣賬戶權銀級訂閱達歷參數據庫類執線認證驗簽記錄檢詢調頻貨幣產額費經過還進遠運選擇轉載輸說讀寫讓給從處兩邊後續際辦實現長頭頁條響識別緩並';

const only = (own: string, other: string): ReadonlySet<string> =>
  new Set([...own].filter((character) => !other.includes(character)));
const strangers = {
  // 后 is a character of its own in traditional Chinese; 并 is not in the words of this site.
  'zh-tw': new Set([...only(simplified, traditional), '并']),
  'zh-cn': only(traditional, simplified),
} as const;

/** The characters of the other script in a text; what a text quotes in corner brackets is a literal. */
export const strangersIn = (text: string, locale: 'zh-cn' | 'zh-tw'): readonly string[] =>
  [...text.replace(/「[^」]*」/g, '')].filter((character) => strangers[locale].has(character));

/** Words of the mainland that have another form in Taiwan. */
const mainland = [
  ...[
    '接口',
    '默認',
    '服務器',
    '網絡',
    '賬戶',
    '賬號',
    '調用',
    '獲取',
    '用戶名',
    '信息',
    '超時',
    '密鑰',
    '字段',
    '返回',
  ],
  ...[
    '數據',
    '支持',
    '套餐',
    '服務端',
    '客戶端',
    '緩存',
    '線程',
    '隊列',
    '屏幕',
    '軟件',
    '硬件',
    '後臺',
    '窗口',
    '菜單',
  ],
  ...['加載', '登錄', '註銷', '注銷', '訪問', '響應', '內存', '異步', '數組', '函數', '變量', '鏈接', '端口', '字節'],
  ...['調試', '報錯', '令牌', '質量', '添加', '刷新', '運行', '重啟', '創建', '禁用', '短信', '郵箱', '視頻', '兼容'],
  ...['集成', '映射', '在線', '限流', '標識', '校驗', '盤口', '充值', '提現', '日志', '代碼庫', '程序員', '智能'],
] as const;

/** The words of the mainland in a text of Taiwan. */
export const mainlandIn = (text: string): readonly string[] => mainland.filter((word) => text.includes(word));
