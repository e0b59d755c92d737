export function matchesFilter(row: { code: string; symbol: string | undefined; text: string }, typed: string): boolean {
  return row.text.toLowerCase().includes(typed.toLowerCase());
}
