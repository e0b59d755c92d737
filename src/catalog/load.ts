/** Reads every content file, each checked by itself against its schema. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Locale, type Localized, localized } from '../locales.ts';
import type { Finding } from './findings.ts';
import {
  type CatalogFile,
  type CatalogTextFile,
  catalogFile,
  catalogTextFile,
  type CodesFile,
  codesFile,
  type ProblemsFile,
  type ProblemTextFile,
  problemsFile,
  problemTextFile,
  type RedirectsFile,
  redirectsFile,
  textFileName,
} from './schema.ts';
import { type YamlFile, parseYaml, readYaml } from './yaml.ts';

/** The files of one catalog. */
export interface CatalogFiles {
  readonly id: string;
  /** The folder as findings name it. */
  readonly folder: string;
  readonly catalog: YamlFile<CatalogFile>;
  readonly codes: YamlFile<CodesFile>;
  readonly texts: Localized<YamlFile<CatalogTextFile>>;
  /** Sample code by file name, as it is in the folder. */
  readonly samples: ReadonlyMap<string, string>;
}

/** Everything under content/ that the model is made of. */
export interface ContentFiles {
  readonly catalogs: readonly CatalogFiles[];
  readonly problems: YamlFile<ProblemsFile>;
  readonly problemTexts: Localized<YamlFile<ProblemTextFile>>;
  readonly permalinks: { readonly file: string; readonly lines: readonly string[] };
  readonly redirects: YamlFile<RedirectsFile>;
}

/**
 * Reads the content folder. Never throws for what is wrong in it: that goes into `findings`.
 * @param contentDir absolute path of the folder that holds catalogs/ and problems/
 * @param root findings name files relative to this folder
 */
export function loadContent(contentDir: string, root: string, findings: Finding[]): ContentFiles {
  const shown = (path: string) => relative(root, path).split(sep).join('/');
  const read = <S extends Parameters<typeof readYaml>[2]>(path: string, schema: S) =>
    readYaml(path, shown(path), schema, findings);
  const catalogsDir = join(contentDir, 'catalogs');
  const folders = existsSync(catalogsDir)
    ? readdirSync(catalogsDir, { withFileTypes: true }).filter(
        (item) => item.isDirectory() && !item.name.startsWith('.'),
      )
    : [];
  if (folders.length === 0) {
    findings.push({
      file: shown(catalogsDir),
      line: 1,
      column: 1,
      message: 'no catalog found, expected a folder for each',
    });
  }
  const catalogs = folders
    .map(({ name }) => name)
    .sort()
    .map((id): CatalogFiles => {
      const folder = join(catalogsDir, id);
      return {
        id,
        folder: shown(folder),
        catalog: read(join(folder, 'catalog.yaml'), catalogFile),
        codes: read(join(folder, 'codes.yaml'), codesFile),
        texts: localized((locale: Locale) => read(join(folder, textFileName(locale)), catalogTextFile)),
        samples: new Map(
          readdirSync(folder)
            .filter((name) => /\.(?:py|mjs|js|ts)$/.test(name))
            .map((name) => [name, readFileSync(join(folder, name), 'utf8').trimEnd()]),
        ),
      };
    });
  const problemsDir = join(contentDir, 'problems');
  const permalinks = join(contentDir, 'permalinks.txt');
  const redirects = join(contentDir, 'redirects.yaml');
  return {
    catalogs,
    problems: read(join(problemsDir, 'problems.yaml'), problemsFile),
    problemTexts: localized((locale) => read(join(problemsDir, textFileName(locale)), problemTextFile)),
    permalinks: {
      file: shown(permalinks),
      lines: existsSync(permalinks) ? readFileSync(permalinks, 'utf8').split(/\r?\n/) : [],
    },
    redirects: existsSync(redirects)
      ? read(redirects, redirectsFile)
      : parseYaml('[]', shown(redirects), redirectsFile, findings),
  };
}
