import { max, min } from 'drizzle-orm';
import { contract, methodNamed, type MethodName } from '#contract/index';
import { isAmong } from '../../../ground/kernel/among.ts';
import { recordsOf, type Move } from '../../../store/engineRecords.ts';
import { referralInvestigation } from '../../../ground/schema/unit/investigations.ts';
import { referral } from '../../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';

export interface Changes {
  /** The last link of the chain that was looked at. */
  readonly sequence: number;
  /** Ids of the files that may have changed. */
  readonly changed:
    | 'all'
    | {
        readonly referral: readonly string[];
        readonly investigation: readonly string[];
        /** First and last id of the referrals of an import. */
        readonly imported: readonly IdRange[];
      };
}

export interface IdRange {
  readonly first: string;
  readonly last: string;
}

/** These change one file, which their audit entry names, and the referrals that are linked to it or bundled under it. */
const namesItsFile: ReadonlySet<string> = new Set<MethodName>([
  'referrals.log',
  'referrals.edit',
  'referrals.move',
  'referrals.bundle',
  'referrals.split',
  'investigations.open',
  'investigations.describe',
  'investigations.wait',
  'investigations.undoWait',
  'investigations.conclude',
  'investigations.reopen',
  // It names the import, and its rows do.
  'imports.apply',
]);

/** These touch what the backlog shows, but no file's stay in it. */
const movesNothing: ReadonlySet<string> = new Set<MethodName>([
  'referrals.assign',
  'investigations.lead',
  'arrests.record',
  'arrests.change',
  'charges.record',
  'charges.change',
  'support.change',
  'support.answer',
  'staffing.save',
  'unitMonths.confirm',
]);

const takesOut: ReadonlySet<string> = new Set<MethodName>(['corrections.strike', 'corrections.restore']);

/** A method that this version does not know may have done anything; of what is taken out or put back, a transfer alone moves its file. */
function mayMoveFiles({ method, kind }: Move): boolean {
  if (movesNothing.has(method) || (takesOut.has(method) && kind !== 'transfer')) return false;
  if (!Object.hasOwn(contract, method)) return true;
  const definition = methodNamed(method as MethodName);
  return 'touches' in definition && definition.touches.some((topic) => topic === 'backlog');
}

/** What was done since a link of the audit chain: every write leaves one, in the transaction that wrote. */
export async function changesSince(db: ReadDb, sequence: number | null): Promise<Changes> {
  const { sequence: head } = await recordsOf(db).lastLink();
  if (sequence === null) return { sequence: head, changed: 'all' };
  if (head === sequence) return { sequence, changed: { referral: [], investigation: [], imported: [] } };
  const rows = await recordsOf(db).movesSince(sequence);
  const moves = rows.filter(mayMoveFiles);
  const last = rows.at(-1)?.sequence ?? sequence;
  // An act on several files names none; of another unit's file the kind alone is known.
  if (moves.some(({ method, kind }) => kind === null || !namesItsFile.has(method)))
    return { sequence: last, changed: 'all' };
  const idsOf = (kind: string): readonly string[] =>
    moves.flatMap((each) => (each.kind === kind ? (each.id ?? []) : []));
  const named = idsOf('referral');
  const investigations = idsOf('investigation');
  const referrals = [...named, ...(await bundledUnder(db, named)), ...(await linkedTo(db, investigations))];
  const imported = await importedRanges(db, idsOf('import'));
  return { sequence: last, changed: { referral: referrals, investigation: investigations, imported } };
}

async function importedRanges(db: ReadDb, imports: readonly string[]): Promise<readonly IdRange[]> {
  if (imports.length === 0) return [];
  const rows = await db
    .select({ first: min(referral.id), last: max(referral.id) })
    .from(referral)
    .where(isAmong(referral.importId, imports))
    .groupBy(referral.importId);
  return rows.flatMap(({ first, last }) => (first === null || last === null ? [] : [{ first, last }]));
}

async function bundledUnder(db: ReadDb, heads: readonly string[]): Promise<readonly string[]> {
  if (heads.length === 0) return [];
  const rows = await db.select({ id: referral.id }).from(referral).where(isAmong(referral.bundledUnder, heads));
  return rows.map(({ id }) => id);
}

async function linkedTo(db: ReadDb, investigations: readonly string[]): Promise<readonly string[]> {
  if (investigations.length === 0) return [];
  const rows = await db
    .select({ id: referralInvestigation.referralId })
    .from(referralInvestigation)
    .where(isAmong(referralInvestigation.investigationId, investigations));
  return rows.map(({ id }) => id);
}
