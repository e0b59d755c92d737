import { afterEach, describe, expect, test, vi } from 'vitest';

/** Reads the settings as a process with these environment variables does. */
async function settingsWith(variables: Readonly<Record<string, string>>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return (await import('../../src/settings.ts')).settings;
}

afterEach(() => vi.unstubAllEnvs());

describe('ATLAS_SITE', () => {
  test.each(['https://errors.example.com', 'http://127.0.0.1:4321', 'http://[::1]:8080'])('takes %s', async (site) => {
    expect((await settingsWith({ ATLAS_SITE: site })).site).toBe(site);
  });

  test.each([
    ['https://example.com/', 'https://example.com'],
    ['https://example.com/atlas', 'https://example.com'],
    ['https://example.com?a', 'https://example.com'],
    ['https://user:word@example.com', 'https://example.com'],
    ['https://Example.com:443', 'https://example.com'],
    [' https://example.com', 'https://example.com'],
    ['example.com', 'https://errors.example.com'],
    ['//example.com', 'https://errors.example.com'],
    ['ftp://example.com', 'https://errors.example.com'],
    ['file:///srv', 'https://errors.example.com'],
    ['https://', 'https://errors.example.com'],
    ['', 'https://errors.example.com'],
  ])('refuses %j, and names %s', async (site, meant) => {
    await expect(settingsWith({ ATLAS_SITE: site })).rejects.toThrow(
      new RangeError(
        `ATLAS_SITE: ${JSON.stringify(site)}, expected the origin of an http or https address, without a path and without a slash at its end, as ${meant}`,
      ),
    );
  });
});

describe('ATLAS_BASE', () => {
  test.each(['/', '/atlas/', '/docs/error-atlas_2.0/', '/.hidden/', '/.../'])('takes %s', async (base) => {
    expect((await settingsWith({ ATLAS_BASE: base })).base).toBe(base);
  });

  test.each([
    'atlas/',
    '/atlas',
    'atlas',
    '',
    '//',
    '//atlas/',
    '/a//b/',
    '/../',
    '/a/./b/',
    '/a b/',
    '/a?b/',
    '/a#/',
    '/错误/',
    '/%61/',
    '/atlas/\n',
    'https://example.com/atlas/',
  ])('refuses %j', async (base) => {
    await expect(settingsWith({ ATLAS_BASE: base })).rejects.toThrow(
      new RangeError(
        `ATLAS_BASE: ${JSON.stringify(base)}, expected a path that begins and ends with a slash, as / or /atlas/, of letters, digits, dots, hyphens and underscores`,
      ),
    );
  });
});

describe('ATLAS_COMPRESS', () => {
  test.each([
    ['gzip,brotli', ['gzip', 'brotli']],
    ['brotli', ['brotli']],
    ['none', []],
  ])('takes %s', async (list, expected) => {
    expect((await settingsWith({ ATLAS_COMPRESS: list })).compress).toEqual(expected);
  });

  test('refuses another word', async () => {
    await expect(settingsWith({ ATLAS_COMPRESS: 'gzip,zip' })).rejects.toThrow(
      new RangeError('ATLAS_COMPRESS: "zip", expected gzip, brotli or none'),
    );
  });
});

test('without variables the site has a name that is nobody’s, and lives at the root', async () => {
  const { site, base, compress } = await settingsWith({});
  expect({ site, base, compress }).toEqual({
    site: 'https://error-atlas.example',
    base: '/',
    compress: ['gzip', 'brotli'],
  });
});

describe('ATLAS_REPOSITORY', () => {
  test.each(['', 'https://github.com/owner/name/edit/main/'])('takes %j', async (repository) => {
    expect((await settingsWith({ ATLAS_REPOSITORY: repository })).repository).toBe(repository);
  });

  test.each(['javascript:alert(1)', 'github.com/owner/name', '/edit/'])('refuses %j', async (repository) => {
    await expect(settingsWith({ ATLAS_REPOSITORY: repository })).rejects.toThrow(
      `ATLAS_REPOSITORY: ${JSON.stringify(repository)}, expected an http or https address`,
    );
  });
});
