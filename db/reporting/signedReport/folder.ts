import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { returnProblemCode } from '#contract/reporting/rollup';
import type { ForeignReaders } from '../../ground/foreign/readers.ts';
import { fileAt, hashOf } from '../../documents/tables/source.ts';
import { manifestName, type ManifestFacts } from './manifest.ts';

export interface ReportProblem {
  readonly code: z.infer<typeof returnProblemCode>;
  readonly file: string | null;
}

export const problem = (code: ReportProblem['code'], file: string | null = null): ReportProblem => ({ code, file });

/** Nothing where the place may not be read. */
export function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A link is none: what it leads to is not in the folder, and may be another file later. */
export const isFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** What file managers and spreadsheet programs write into a folder by themselves. */
const isLeftBehind = (name: string): boolean =>
  /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|\._.*|~\$.*|\.~lock\..*#)$/i.test(name);

export const leftBehindIn = (folder: string): readonly string[] => readdirSync(folder).filter(isLeftBehind).sort();

/** Links in the place of files: nothing is read where there is one. */
export const linkProblems = (folder: string): readonly ReportProblem[] =>
  entriesOf(folder)
    .filter((entry) => entry.isSymbolicLink() && !isLeftBehind(entry.name))
    .map(({ name }) => problem('file_linked', name))
    .toSorted((a, b) => ((a.file ?? '') < (b.file ?? '') ? -1 : 1));

/** Null where it is no file that can be read to its end. */
function hashAt(path: string, readers: ForeignReaders): Promise<string | null> {
  return hashOf(fileAt(path, readers)).catch(() => null);
}

/** What is missing, changed or extra compared with a manifest. */
export async function fileProblems(
  folder: string,
  { files }: Pick<ManifestFacts, 'files'>,
  readers: ForeignReaders,
): Promise<readonly ReportProblem[]> {
  const present = new Map(readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, entry.isFile()]));
  const named = new Set([manifestName, ...files.map((each) => each.name)]);
  const problems: ReportProblem[] = [];
  for (const { name, sha256: expected } of files) {
    // A name with a path in it is in no folder's list, so nothing outside the folder is ever read.
    if (!present.has(name)) problems.push(problem('file_missing', name));
    else if (present.get(name) !== true || (await hashAt(join(folder, name), readers)) !== expected)
      problems.push(problem('file_changed', name));
  }
  return [
    ...problems,
    ...[...present.keys()]
      .filter((name) => !named.has(name) && !isLeftBehind(name))
      .map((name) => problem('file_extra', name)),
  ];
}
