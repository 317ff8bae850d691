import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { workspaceKind, type WorkspaceKind } from '#contract/ground/codes';
import { must } from '../../ground/kernel/assert.ts';
import { openSlot } from '../../store/keySlots.ts';
import { parseKeys } from '../../store/keysFile.ts';
import { coordinationWorkspaceName, unitWorkspaceName } from './names.ts';
import type { ShippedTable } from './shippedRows.ts';
import { demonstrationPassphrase } from './signIns.ts';

/** The demonstration as it is shipped: one file for each workspace, and one for the packs and the sample file. */
export const shippedNames = { unit: 'unit.zst', coordination: 'coordination.zst', files: 'files.zst' } as const;

/** Where it lies in a package and in the sources, seen from the folder of the program. */
export const shippedFrom = (program: string): string => join(program, '..', '..', 'resources', 'demonstration');

/** What each workspace is called where a demonstration lies. */
export const folderOf: Readonly<Record<WorkspaceKind, string>> = {
  unit: `${unitWorkspaceName}.vigie`,
  coordination: `${coordinationWorkspaceName}.vigie`,
};

/** The database key in a key file of the demonstration, which everybody can open. */
export async function keyIn(keys: string): Promise<Buffer> {
  const slot = parseKeys(keys).slots.find(({ owner }) => owner !== 'recovery');
  const [opened] = await openSlot(must(slot, 'every workspace has people'), demonstrationPassphrase);
  return must(opened, 'every slot has a key').key;
}

const head = z.object({
  kind: workspaceKind,
  /** The key file of the workspace, whose passphrase everybody knows. */
  keys: z.string(),
  /** The last migration of the schema that the rows are of. */
  schema: z.string(),
  rows: z.int(),
});
export type ShippedHead = z.output<typeof head>;

export interface ShippedWorkspace {
  readonly head: ShippedHead;
  readonly tables: () => Generator<ShippedTable>;
}

/** A value in each line; slow to write and fast to read, as it is written once. */
function compressed(lines: Iterable<unknown>): Buffer {
  const text = [...lines].map((line) => JSON.stringify(line)).join('\n');
  const params = {
    [constants.ZSTD_c_compressionLevel]: 19,
    [constants.ZSTD_c_enableLongDistanceMatching]: 1,
    [constants.ZSTD_c_windowLog]: 27,
  };
  return zstdCompressSync(text, { params });
}

function* linesIn(path: string): Generator {
  const text = zstdDecompressSync(readFileSync(path)).toString('utf8');
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    yield JSON.parse(text.slice(at, end < 0 ? text.length : end));
    at = end < 0 ? text.length : end + 1;
  }
}

export function writeWorkspace(folder: string, about: ShippedHead, tables: readonly ShippedTable[]): void {
  const lines = tables.flatMap(({ table, columns, values }) => [{ table, columns }, ...values]);
  writeFileSync(join(folder, shippedNames[about.kind]), compressed([about, ...lines]));
}

export function readWorkspace(folder: string, kind: ShippedHead['kind']): ShippedWorkspace {
  const lines = linesIn(join(folder, shippedNames[kind]));
  const next = (): unknown => lines.next().value;
  return {
    head: head.parse(next()),
    *tables() {
      for (let about = next(); about !== undefined; about = next()) {
        const { table, columns } = about as Pick<ShippedTable, 'table' | 'columns'>;
        yield { table, columns, values: columns.map(() => next() as readonly unknown[]) };
      }
    },
  };
}

/** Packs and the sample file: texts by where they lie in the demonstration's folder. */
export type ShippedFiles = Readonly<Record<string, string>>;

export function writeFiles(folder: string, files: ShippedFiles): void {
  writeFileSync(join(folder, shippedNames.files), compressed(Object.entries(files)));
}

export function readFiles(folder: string): ShippedFiles {
  return Object.fromEntries([...linesIn(join(folder, shippedNames.files))] as [string, string][]);
}
