import { ledgerSign, ledgerTerm } from '#contract/ground/codes';
import { lastDayOf } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { groupsBy } from '../../db/ground/kernel/groups.ts';
import { one, other } from './desks.ts';
import { last, naiveStock, type RowsOf } from './playLedger.ts';

const inOrder = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
const isCounted = (numbers: readonly number[]): boolean =>
  inOrder(numbers).every((number, index) => number === index + 1);

/** Where the ledger of a unit differs from its entries, or from a count that knows nothing of ledgers. */
async function ledgerFaults(rowsOf: RowsOf, unitId: UnitId): Promise<string[]> {
  const ofUnit = async (table: string) => (await rowsOf(table)).filter((row) => row.unit_id === unitId);
  const sum = (rows: Awaited<ReturnType<typeof ofUnit>>, column: string, term: string, amount: string): number =>
    rows.filter((row) => row[column] === term).reduce((total, row) => total + Number(row[amount]), 0);
  const [months, entries] = [await ofUnit('unit_month'), await ofUnit('ledger_entry')];
  const faults: string[] = [];
  let net = 0;
  for (const term of ledgerTerm.options) {
    const [shown, entered] = [sum(months, 'measure', term, 'value'), sum(entries, 'term', term, 'amount')];
    if (shown !== entered) faults.push(`${term} of ${unitId}: ${String(shown)}, and ${String(entered)} entered`);
    net += ledgerSign[term] * shown;
  }
  const counted = await naiveStock(rowsOf, lastDayOf(last), unitId);
  if (net !== counted) faults.push(`backlog of ${unitId}: ${String(net)}, and ${String(counted)} counted`);
  return faults;
}

/** Numbers that are missing or given twice. */
async function numberFaults(rowsOf: RowsOf, unitId: UnitId): Promise<string[]> {
  const faults: string[] = [];
  for (const kind of ['referral', 'investigation']) {
    const rows = (await rowsOf(kind)).filter((row) => row.unit_id === unitId);
    if (!isCounted(rows.map((row) => Number(String(row.number).slice(-5))))) faults.push(`numbers of ${kind}`);
    const counter = (await rowsOf('number_counter')).find((row) => row.key === `${kind}:${unitId}:2026`);
    if (Number(counter?.next ?? 1) !== rows.length + 1) faults.push(`the next number of ${kind}`);
  }
  return faults;
}

async function positionFaults(rowsOf: RowsOf): Promise<string[]> {
  const faults: string[] = [];
  for (const [table, key] of [
    ['referral_event', 'referral_id'],
    ['investigation_event', 'investigation_id'],
  ] as const)
    for (const [file, events] of groupsBy(await rowsOf(table), (row) => String(row[key])))
      if (!isCounted(events.map(({ position }) => Number(position)))) faults.push(`events of ${key} ${file}`);
  return faults;
}

async function chainFaults(rowsOf: RowsOf): Promise<string[]> {
  const entries = (await rowsOf('audit_entry')).toSorted((a, b) => Number(a.sequence) - Number(b.sequence));
  const breaks = entries.filter(
    ({ sequence, previous_hash: previous }, index) =>
      Number(sequence) !== index + 1 || (index > 0 && previous !== entries[index - 1]?.hash),
  );
  return breaks.map(({ sequence }) => `audit entry ${String(sequence)}`);
}

/** What is not as it must be of everything that was written, by any of the desks. */
export async function officeFaults(rowsOf: RowsOf): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const unitId of [one, other])
    faults.push(...(await ledgerFaults(rowsOf, unitId)), ...(await numberFaults(rowsOf, unitId)));
  return [...faults, ...(await positionFaults(rowsOf)), ...(await chainFaults(rowsOf))];
}
