import { describe, expect, it } from 'vitest';
import { markdownFiles } from '../../../src/generate/markdown.ts';
import { context, textAt, tiny } from '../../support/fixture.ts';

const atlas = tiny();

describe('Markdown twins', () => {
  it('exist for every entry, catalog and problem, and for both lists, in every language', () => {
    const paths = [...markdownFiles(atlas, context)].map(({ path }) => path).filter((path) => path.endsWith('.md'));
    expect(paths).toHaveLength(3 * (6 + 2 + 3 + 2));
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of ['/en/acme/400.md', '/zh-cn/zephyr-futures.md', '/zh-tw/problems/rate-limited.md'])
      expect(paths).toContain(path);
  });

  it('tell an entry with several meanings in sections', () => {
    const twin = textAt(markdownFiles(atlas, { ...context, base: '/atlas/' }), '/en/acme/400.md');
    expect(twin).toMatch(/^# Acme `400`: 2 meanings, distinguished by the message\n/);
    expect(twin).toContain('\n## Too many requests\n\n- Message: `too many requests | slow down` · observed\n');
    expect(twin).toContain('Wait at least 10 seconds.');
    expect(twin).toContain('Permanent link: <https://atlas.example/atlas/acme/400/>');
    expect(twin).toContain('](https://atlas.example/atlas/zh-cn/acme/400.md)');
    expect(twin).toContain('[Error codes](https://acme.example/docs/errors) · in English · read on July 1, 2026');
  });

  it('tell status and successor, and that there is no message', () => {
    const files = [...markdownFiles(atlas, context)];
    expect(textAt(files, '/en/acme/1001.md')).toMatch(
      /The page stays for old logs\. \[It was replaced by 1003\.\]\(https:\/\/atlas\.example\/en\/acme\/1003\.md\)/,
    );
    expect(textAt(files, '/zh-tw/zephyr-futures/1003.md')).toContain('狀態：官方未列出');
    expect(textAt(files, '/en/zephyr-futures/ambiguous_symbol.md')).toContain(
      'No message of the provider is known to us.',
    );
  });

  it('are in the language of their address', () => {
    const files = [...markdownFiles(atlas, context)];
    expect(textAt(files, '/zh-cn/acme/400.md')).toContain(
      '### 怎么处理\n\n1. 在标的列表中查找代码。\n2. 改成大写后重发。\n',
    );
    expect(textAt(files, '/zh-tw/zephyr-futures.md')).toContain('| 付費 | 每分鐘 600+ 次 | 5+ |');
  });
});
