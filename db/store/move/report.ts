import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { MoveReport } from '#contract/store/move';
import type { ServerPlace } from '#contract/store/server';
import { writeFileAtomically } from '../../ground/kernel/atomicFile.ts';

export function serverText({ hosts, database }: ServerPlace): string {
  return `${hosts.map(({ host, port }) => `${host}:${String(port)}`).join(', ')} / ${database}`;
}

/** The record of the comparison: names of tables, counts and keyed digests. */
export function writeReport(folder: string, { to, place, tables, entries, head }: MoveReport): void {
  const rows = tables.map(({ table, rows: count, digest }) => [table, String(count), digest]);
  const lines = [['to', to, place], ['audit', String(entries), head], ['table', 'rows', 'digest'], ...rows];
  writeFileAtomically(join(folder, 'move.csv'), stringify(lines));
}
