/** Reads every content file and checks each by itself against its schema. */
import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Locale, type Localized, locales, localized } from '../locales.ts';
import { changesFileName } from './published/changes.ts';
import { stateFileName } from './published/state.ts';
import type { Finding } from './reading/findings.ts';
import type { KnownValues } from './reading/known-values.ts';
import { parseYaml, readText, readYaml, type YamlFile } from './reading/yaml.ts';
import {
  type CatalogFile,
  type CatalogTextFile,
  type CodesFile,
  catalogFile,
  catalogTextFile,
  codesFile,
  type ProblemsFile,
  type ProblemTextFile,
  problemsFile,
  problemTextFile,
  type RedirectsFile,
  redirectsFile,
  textFileName,
} from './schema/files.ts';
import { faultInCode } from './schema/text.ts';

/** The files of one catalog. */
export interface CatalogFiles {
  readonly id: string;
  /** The folder as findings name it. */
  readonly folder: string;
  readonly catalog: YamlFile<CatalogFile>;
  readonly codes: YamlFile<CodesFile>;
  readonly texts: Localized<YamlFile<CatalogTextFile>>;
  /** Sample code, by the file's name in the folder. */
  readonly samples: ReadonlyMap<string, string>;
}

/** The lines of a plain text file, which need not exist. */
interface TextLines {
  readonly file: string;
  readonly lines: readonly string[];
}

/** Everything under content/ that the model is made from. */
export interface ContentFiles {
  readonly catalogs: readonly CatalogFiles[];
  readonly problems: YamlFile<ProblemsFile>;
  readonly problemTexts: Localized<YamlFile<ProblemTextFile>>;
  readonly permalinks: TextLines;
  /** What was published last, one line per meaning (state.ts). */
  readonly published: TextLines;
  readonly redirects: YamlFile<RedirectsFile>;
}

const textFiles = locales.map(textFileName);

/**
 * Reads the content folder. Does not throw for errors in it: they go into `findings`.
 * @param contentDir absolute path of the folder that contains catalogs/ and problems/
 * @param root findings name files relative to this folder
 * @param known values of texts that were read before
 */
export function loadContent(contentDir: string, root: string, findings: Finding[], known?: KnownValues): ContentFiles {
  const shown = (path: string) => relative(root, path).split(sep).join('/');
  const report = (path: string, message: string, line = 1, column = 1) =>
    findings.push({ file: shown(path), line, column, message });
  const read = <S extends Parameters<typeof readYaml>[2]>(path: string, schema: S) =>
    readYaml(path, shown(path), schema, findings, known);
  const refuseStrangers = (folder: string, known: readonly string[]) => {
    for (const name of filesOf(folder)) {
      if (/\.ya?ml$/i.test(name) && !known.includes(name))
        report(
          join(folder, name),
          `no file of this name is read, expected ${known.length > 0 ? `only ${known.join(', ')}` : 'none here'}`,
        );
    }
  };
  const samplesOf = (folder: string) =>
    new Map(
      filesOf(folder)
        .filter((name) => /\.(?:py|mjs|js|ts)$/.test(name))
        .map((name) => {
          const code = (readText(join(folder, name), shown(join(folder, name)), findings) ?? '')
            .replaceAll('\r\n', '\n')
            .trimEnd();
          const fault = faultInCode(code);
          if (fault) {
            const before = code.slice(0, fault.index).split('\n');
            report(join(folder, name), fault.message, before.length, (before.at(-1)?.length ?? 0) + 1);
          }
          return [name, code];
        }),
    );

  const catalogsDir = join(contentDir, 'catalogs');
  refuseStrangers(contentDir, ['redirects.yaml', changesFileName]);
  refuseStrangers(catalogsDir, []);
  const folders = itemsOf(catalogsDir).filter((item) => isFolder(item) && !item.name.startsWith('.'));
  if (folders.length === 0) report(catalogsDir, 'no catalog found, expected a folder for each');
  const catalogs = folders
    .map(({ name }) => name)
    .sort()
    .map((id): CatalogFiles => {
      const folder = join(catalogsDir, id);
      refuseStrangers(folder, ['catalog.yaml', 'codes.yaml', ...textFiles]);
      return {
        id,
        folder: shown(folder),
        catalog: read(join(folder, 'catalog.yaml'), catalogFile),
        codes: read(join(folder, 'codes.yaml'), codesFile),
        texts: localized((locale: Locale) => read(join(folder, textFileName(locale)), catalogTextFile)),
        samples: samplesOf(folder),
      };
    });
  const problemsDir = join(contentDir, 'problems');
  refuseStrangers(problemsDir, ['problems.yaml', ...textFiles]);
  const linesOf = (name: string): TextLines => {
    const path = join(contentDir, name);
    const text = existsSync(path) ? readText(path, shown(path), findings) : undefined;
    return { file: shown(path), lines: text?.split(/\r?\n/) ?? [] };
  };
  const redirects = join(contentDir, 'redirects.yaml');
  return {
    catalogs,
    problems: read(join(problemsDir, 'problems.yaml'), problemsFile),
    problemTexts: localized((locale) => read(join(problemsDir, textFileName(locale)), problemTextFile)),
    permalinks: linesOf('permalinks.txt'),
    published: linesOf(stateFileName),
    redirects: existsSync(redirects)
      ? read(redirects, redirectsFile)
      : parseYaml('[]', shown(redirects), redirectsFile, findings),
  };
}

/** Whether an item is a folder, or a link to one. */
const isFolder = (item: Dirent): boolean =>
  item.isDirectory() ||
  (item.isSymbolicLink() &&
    (statSync(join(item.parentPath, item.name), { throwIfNoEntry: false })?.isDirectory() ?? false));

/** Returns what a folder contains; nothing if it does not exist. */
function itemsOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const filesOf = (folder: string): readonly string[] =>
  itemsOf(folder)
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
