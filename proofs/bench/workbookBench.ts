import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkbookWriter } from '@cj-tech-master/excelts';
import { foreignLimits } from '#contract/ground/foreign';
import { dispatch } from '../../db/store/dispatch.ts';
import { createTestStore, createUnitAndUser } from '../../tests/support/store.ts';
import type { Measured } from './measure.ts';

const columnCount = 30;

/** A legitimate workbook as a records system exports it: dates, numbers, short words and a sentence in each row. */
async function writeWorkbook(path: string, rows: number): Promise<void> {
  const workbook = new WorkbookWriter({ stream: createWriteStream(path), useSharedStrings: false });
  const sheet = workbook.addWorksheet('Referrals');
  const kinds = (row: number) => [new Date(Date.UTC(2024, 0, 1 + (row % 900))), row, `Word ${String(row % 50)}`];
  const header = Array.from({ length: columnCount }, (_, column) => `Column ${String(column)}`);
  sheet.addRow(['Received', 'Number', ...header.slice(2)]).commit();
  for (let row = 0; row < rows; row += 1) {
    const cells = Array.from({ length: columnCount }, (_, column) => kinds(row + column)[column % 3]);
    sheet.addRow([...cells.slice(0, -1), `A fictitious sentence of usual length about row ${String(row)}.`]).commit();
  }
  sheet.commit();
  await workbook.commit();
}

/** In MiB, the most that any child of this process ever had. */
function mostOfChildren(): number {
  const sizes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const isOwn = status.includes(`\nPPid:\t${String(process.pid)}\n`);
        return isOwn ? Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 : 0;
      } catch {
        return 0;
      }
    });
  return Math.max(0, ...sizes);
}

async function read(rows: number): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'));
  const path = join(folder, 'large.xlsx');
  await writeWorkbook(path, rows);
  const test = await createTestStore();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, mostOfChildren());
  }, 20);
  try {
    const { unitId } = await createUnitAndUser(test);
    const mapping = {
      columns: { receivedOn: 0, externalNumber: 1 },
      dateOrder: 'year_first',
      unitId,
      sourceDefault: 'other',
    };
    const reading = { kind: 'xlsx', sheet: 'Referrals' };
    const input = { file: test.grant(path), reading, mapping, jobId: randomUUID() };
    const began = performance.now();
    const reply = await dispatch(test.store, 'imports.preview', input);
    const took = (performance.now() - began) / 1000;
    const answer = reply.ok ? 'read' : `refused: ${reply.error.reason ?? reply.error.code}`;
    const name = `workbook of ${rows.toLocaleString('en-CA')} rows x ${String(columnCount)} columns, ${(statSync(path).size / 2 ** 20).toFixed(1)} MB`;
    const { memory } = foreignLimits;
    return [
      { name: `${name}: ${answer}`, value: took, unit: 's', beside: foreignLimits.wait / 1000, ratio: null },
      { name: `${name}: memory of its reader`, value: most, unit: 'MB', beside: memory, ratio: most / memory },
    ];
  } finally {
    clearInterval(watch);
    test.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The memory that reading a large legitimate workbook takes, compared with what its reader may have. */
export async function benchWorkbook(): Promise<readonly Measured[]> {
  return [...(await read(20_000)), ...(await read(50_000)), ...(await read(100_000))];
}
