import { checkServer } from '../../db/store/postgres/server/check.ts';
import { one, other, readBy, type Office } from '../../tests/support/desks.ts';
import { officeFaults } from '../../tests/support/officeFaults.ts';
import type { LoadRecord } from './record.ts';

/** Milliseconds under which 95 calls of a hundred must be. */
const limit = 100;

/** Each text that was confirmed is there once, and each confirmed act has its entry. */
async function lostOf({ rowsOf, desk }: Office, record: LoadRecord): Promise<string[]> {
  const read = readBy(await desk('officer1', [one, other]));
  const faults: string[] = [];
  const kept = new Map<string, number>();
  for (const [kind, table, column] of [
    ['referral', 'referral', 'summary'],
    ['note', 'note', 'text'],
  ] as const)
    for (const row of await read(table)) record.count(kept, `${kind} ${String(row[column])}`);
  for (const text of record.texts) if (!kept.has(text)) faults.push(`lost: ${text}`);
  for (const [text, times] of kept) if (times > 1) faults.push(`${String(times)} times: ${text}`);
  const logins = new Map((await rowsOf('"user"')).map(({ id, login }) => [id, String(login)]));
  const entries = new Map<string, number>();
  for (const { actor_id: actor, method, outcome } of await rowsOf('audit_entry'))
    if (outcome === 'done') record.count(entries, `${logins.get(actor) ?? ''} ${String(method)}`);
  for (const [key, confirmed] of record.confirmed) {
    const found = entries.get(key) ?? 0;
    const most = confirmed + (record.unknown.get(key) ?? 0);
    if (found < confirmed || found > most)
      faults.push(`${key}: ${String(confirmed)} to ${String(most)} expected, ${String(found)} in the audit`);
  }
  return faults;
}

interface Judgement {
  /** Of what was confirmed. */
  readonly lost: readonly string[];
  /** Of the ledger, the numbers, the audit, the server and the times. */
  readonly faults: readonly string[];
  readonly entries: number;
}

/** What is not as it must be after the desks have worked. */
export async function judge(office: Office, record: LoadRecord): Promise<Judgement> {
  const { entries, problems } = await checkServer(await office.database.connect(), () => Date.now());
  const p95 = record.quantile(0.95);
  return {
    lost: await lostOf(office, record),
    faults: [
      ...record.faults,
      ...(await officeFaults(office.rowsOf)),
      // The desks have a day of their own.
      ...problems.filter(({ code }) => code !== 'audit_times').map(({ code, names }) => `${code}: ${names.join(', ')}`),
      ...(p95 < limit ? [] : [`95 calls of a hundred took up to ${p95.toFixed(0)} ms`]),
    ],
    entries,
  };
}
