import { and, asc, eq, gt, lte, ne, sql, type Column } from 'drizzle-orm';
import { ledgerSign, type LedgerTerm, type ReferralSource } from '#contract/ground/codes';
import { anyId } from '../../../ground/kernel/among.ts';
import { investigation, referralInvestigation } from '../../../ground/schema/unit/investigations.ts';
import { ledgerEntry } from '../../../ground/schema/unit/ledger.ts';
import { referral } from '../../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import { dayNumber } from './days.ts';
import { staysOf, type Stay, type StockEntry } from './rules.ts';

/** Of an investigation without a referral: opened on the unit's own motion, or a further one from a linked referral. */
export type FileSource = ReferralSource | 'proactive' | 'further';

/** A file as 00-decisions 6 counts it: an investigation that carries a referral over is one file with it. */
export interface HeldFile {
  /** What carries the file now. */
  readonly kind: 'referral' | 'investigation';
  readonly id: string;
  readonly unitId: string;
  readonly source: FileSource;
  /** The day of receipt, which the first link carries over; the day of opening where there was no receipt. */
  readonly received: number;
  readonly stays: readonly Stay[];
}

/** A run of ids: after the first, up to the last or to the end. */
export interface Run {
  readonly kind: 'referral' | 'investigation';
  readonly after: string;
  readonly last: string | null;
}

/** One row instead of one an entry. */
const entriesOf = (fileId: Column) =>
  sql<
    string | null
  >`(select group_concat(${ledgerEntry.on} || ' ' || ${ledgerEntry.amount} || ' ' || ${ledgerEntry.term}, ',')
    from ${ledgerEntry} where ${ledgerEntry.fileId} = ${fileId})`;

function unpack(entries: string | null): readonly StockEntry[] {
  if (entries === null) return [];
  return entries.split(',').flatMap((entry) => {
    const [day = '', amount = '', term = ''] = entry.split(' ');
    // Counts outside the ledger change no stock.
    if (!Object.hasOwn(ledgerSign, term)) return [];
    return [{ day: dayNumber(day), term: term as LedgerTerm, amount: Number(amount) }];
  });
}

/** The files of a run, at most `limit` of them, in the order of their ids; with the last id that was read. */
export async function readRun(
  db: ReadDb,
  run: Run,
  limit: number,
): Promise<{ readonly files: readonly HeldFile[]; readonly last: string | null }> {
  return run.kind === 'referral' ? readReferrals(db, run, limit) : readInvestigations(db, run, limit);
}

async function readReferrals(db: ReadDb, { after, last }: Run, limit: number) {
  const rows = await db
    .select({
      id: referral.id,
      unitId: referral.unitId,
      source: referral.source,
      receivedOn: referral.receivedOn,
      state: referral.state,
      entries: entriesOf(referral.id),
    })
    .from(referral)
    .where(and(gt(referral.id, anyId(after)), last === null ? undefined : lte(referral.id, anyId(last))))
    .orderBy(asc(referral.id))
    .limit(limit);
  const end = rows.at(-1)?.id ?? null;
  const carriers = end === null ? new Map<string, Carrier>() : await readCarriers(db, after, end);
  const files = rows.map((row): HeldFile => {
    const own = unpack(row.entries);
    const carrier = row.state === 'linked' && isIn(own) ? carriers.get(row.id) : undefined;
    return {
      kind: carrier === undefined ? 'referral' : 'investigation',
      id: carrier?.id ?? row.id,
      unitId: carrier?.unitId ?? row.unitId,
      source: row.source,
      received: dayNumber(row.receivedOn),
      stays: staysOf([...own, ...(carrier?.entries ?? [])]),
    };
  });
  return { files, last: end };
}

/** A linked referral that its own entries leave in the backlog was carried over; a further head's were taken out. */
function isIn(entries: readonly StockEntry[]): boolean {
  return entries.reduce((stock, { term, amount }) => stock + ledgerSign[term] * amount, 0) > 0;
}

interface Carrier {
  readonly id: string;
  readonly unitId: string;
  readonly entries: readonly StockEntry[];
}

/** The investigation that carries each referral over is the first that it was linked to. */
async function readCarriers(db: ReadDb, after: string, last: string): Promise<ReadonlyMap<string, Carrier>> {
  const rows = await db
    .select({
      referralId: referralInvestigation.referralId,
      id: investigation.id,
      unitId: investigation.unitId,
      entries: entriesOf(investigation.id),
    })
    .from(referralInvestigation)
    .innerJoin(investigation, eq(investigation.id, referralInvestigation.investigationId))
    .where(
      and(
        gt(referralInvestigation.referralId, anyId(after)),
        lte(referralInvestigation.referralId, anyId(last)),
        eq(investigation.origin, 'carried'),
      ),
    )
    .orderBy(asc(referralInvestigation.referralId), asc(referralInvestigation.linkedOn), asc(investigation.id));
  const carriers = new Map<string, Carrier>();
  for (const { referralId, id, unitId, entries } of rows)
    if (!carriers.has(referralId)) carriers.set(referralId, { id, unitId, entries: unpack(entries) });
  return carriers;
}

/** Investigations that are files of their own; those that carry a referral over are read with it. */
async function readInvestigations(db: ReadDb, { after, last }: Run, limit: number) {
  const rows = await db
    .select({
      id: investigation.id,
      unitId: investigation.unitId,
      origin: investigation.origin,
      openedOn: investigation.openedOn,
      entries: entriesOf(investigation.id),
    })
    .from(investigation)
    .where(
      and(
        gt(investigation.id, anyId(after)),
        last === null ? undefined : lte(investigation.id, anyId(last)),
        ne(investigation.origin, 'carried'),
      ),
    )
    .orderBy(asc(investigation.id))
    .limit(limit);
  const files = rows.map((row): HeldFile => ({
    kind: 'investigation',
    id: row.id,
    unitId: row.unitId,
    source: row.origin === 'proactive' ? 'proactive' : 'further',
    received: dayNumber(row.openedOn),
    stays: staysOf(unpack(row.entries)),
  }));
  return { files, last: rows.at(-1)?.id ?? null };
}
