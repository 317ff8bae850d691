import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Month, type Quarter, quarterMonths } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { packPayload, type PackPayload } from '../../db/reporting/packs/format.ts';
import type { TestStore } from './store.ts';

/** A supervisor's word on each month of a quarter: what was not counted in it is a zero. */
export async function confirmQuarter(test: TestStore, unitId: UnitId, quarter: Quarter): Promise<void> {
  for (const month of quarterMonths(quarter) as readonly Month[])
    await test.call('unitMonths.confirm', { unitId, month, status: 'complete' });
}

let sent = 0;

/** The quarter's pack as the user who is signed in exports it. */
export async function exportedPack(test: TestStore, quarter: Quarter): Promise<PackPayload> {
  sent += 1;
  const path = join(test.parent, `breakdowns-${String(sent)}.vigiepack`);
  await test.call('packs.export', { quarter, file: test.grant(path) });
  return packPayload.parse((JSON.parse(readFileSync(path, 'utf8')) as { payload: unknown }).payload);
}

export type Told = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A unit's breakdowns as `code by` → category → count. */
export function toldBy({ stock }: PackPayload, unitId: string): Told {
  const { breakdowns = [] } = stock.find((each) => each.unitId === unitId)?.stock ?? {};
  return Object.fromEntries(
    breakdowns.map(({ code, by, parts }) => [
      `${code} ${by}`,
      Object.fromEntries(parts.map(({ category, count }) => [category, count])),
    ]),
  );
}
