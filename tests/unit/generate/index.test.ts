import { describe, expect, it } from 'vitest';
import { generateFiles } from '../../../src/generate/index.ts';
import { llmsRootFiles } from '../../../src/generate/llms.ts';
import { markdownFiles } from '../../../src/generate/markdown.ts';
import { robotsFiles } from '../../../src/generate/robots.ts';
import { context, textAt, tiny } from '../../support/fixture.ts';

const atlas = tiny();

describe('everything that is generated', () => {
  it('has one file for each address, and no address outside the site', () => {
    const paths = [...generateFiles(atlas, context)].map(({ path }) => path);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^\/[a-z0-9_./-]+$/);
    for (const path of paths) expect(path).not.toContain('..');
    for (const path of ['/acme/400/', '/en/acme/400.md', '/llms.txt', '/api/v1/errors.json', '/robots.txt'])
      expect(paths).toContain(path);
  });
});

describe('robots.txt', () => {
  it('allows everything and names the sitemap', () => {
    expect(textAt(robotsFiles({ ...context, base: '/atlas/' }), '/robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://atlas.example/atlas/sitemap-index.xml\n',
    );
  });
});

describe('llms.txt', () => {
  const files = [...llmsRootFiles(atlas, context), ...markdownFiles(atlas, context)];

  it('has title, summary and lists of links as the convention says', () => {
    for (const { path, text } of files.filter(({ path }) => path.endsWith('llms.txt'))) {
      expect(text, path).toMatch(/^# Error Atlas\n\n> .+\n\n.+\n\n## /);
      const lists = text
        .slice(text.indexOf('\n## '))
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('## '));
      for (const line of lists) expect(line, path).toMatch(/^- \[.+?\]\(https:\/\/\S+\)(?:: .+)?$/);
    }
  });

  it('leads from the English one to every language', () => {
    const root = textAt(files, '/llms.txt');
    for (const locale of ['en', 'zh-cn', 'zh-tw']) expect(root).toContain(`(https://atlas.example/${locale}/llms.txt)`);
  });

  it('names every entry and problem of its language', () => {
    const outline = textAt(files, '/zh-cn/llms.txt');
    expect(outline).toContain('[Acme `400`：标的不存在 / 请求过多](https://atlas.example/zh-cn/acme/400.md)');
    expect(outline.match(/\/zh-cn\/(?:acme|zephyr-futures)\/[^/]+\.md/g)).toHaveLength(6);
    expect(outline.match(/\/zh-cn\/problems\/[^/]+\.md/g)).toHaveLength(3);
  });

  it('has everything once in the full file', () => {
    const full = textAt(files, '/zh-tw/llms-full.txt');
    expect(full.split('金鑰被截斷。')).toHaveLength(2);
    for (const title of ['# Acme `1001`', '# Zephyr 合約 `-1121`', '# 憑證無效']) expect(full).toContain(title);
  });
});
