/** Entries of any catalog that report too many requests. */
export const anyRate = [
  'alltick/429',
  'alltick/605',
  'alltick/606',
  'mexc-futures/510',
  'mexc-futures/2037',
  'myquant-gm/3001',
  'myquant-gm/1023',
  'tickdb/3001',
];
