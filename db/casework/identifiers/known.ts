import type { FileHead, KnownFile } from '#contract/casework/identifiers';
import type { CaseFile } from '#contract/ground/ids';
import { eq } from 'drizzle-orm';
import { isAmong } from '../../ground/kernel/among.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { together } from '../../ground/kernel/together.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { caseFileOf } from '../files/caseFile.ts';
import { carriedInto, type Carried } from '../files/within.ts';
import { filesSharing, type Sought } from './matches.ts';
import { addressWindow } from './window.ts';

/** More would not be looked through. */
const most = 50;

type Stands = Pick<FileHead, 'file' | 'through'>;

/** What each of these files is shown as: a referral as the investigations that it went into, or as the first of its bundle. */
async function standsFor(db: ReadDb, files: readonly CaseFile[]): Promise<ReadonlyMap<string, readonly Stands[]>> {
  const referrals = files.flatMap((each) => (each.kind === 'referral' ? [each.id] : []));
  const carried = await carriedInto(db, referrals);
  return new Map(files.map((file) => [file.id, standIns(file, carried.get(file.id))]));
}

function standIns(file: CaseFile, carried: Carried | undefined): readonly Stands[] {
  if (carried === undefined) return [{ file, through: [] }];
  const { id, number, head, into } = carried;
  const through = [{ id, number }];
  if (into.length > 0) return into.map((each) => ({ file: caseFileOf('investigation', each), through }));
  return [head === null ? { file, through: [] } : { file: caseFileOf('referral', head), through }];
}

type Facts = Omit<FileHead, 'through'>;

async function factsOf(db: ReadDb, files: readonly CaseFile[]): Promise<ReadonlyMap<string, Facts>> {
  const ids = (kind: CaseFile['kind']) => files.flatMap((each) => (each.kind === kind ? [each.id] : []));
  const { referrals, investigations } = await together({
    referrals: db
      .select()
      .from(referral)
      .where(isAmong(referral.id, ids('referral'))),
    investigations: db
      .select()
      .from(investigation)
      .where(isAmong(investigation.id, ids('investigation'))),
  });
  return new Map<string, Facts>([
    ...investigations.map((row): [string, Facts] => {
      const file = caseFileOf('investigation', row.id);
      return [row.id, { file, ...pick(row, 'unitId', 'number', 'title', 'open'), officer: row.lead, received: null }];
    }),
    ...referrals.map((row): [string, Facts] => {
      const { id, state, source, receivedOn: on, assignedTo: officer } = row;
      const file = caseFileOf('referral', id);
      const open = row.open || state === 'linked';
      return [
        id,
        { file, ...pick(row, 'unitId', 'number'), title: null, open, officer, received: { on, source, state } },
      ];
    }),
  ]);
}

/** Open investigations first, then referrals that can be taken up, then what is over. */
const rankOf = ({ file, open }: Facts): number => (open ? 0 : 2) + (file.kind === 'investigation' ? 0 : 1);

const dayOf = ({ received, number }: Facts): string => `${received?.on ?? ''} ${number}`;

interface Matched {
  readonly file: CaseFile;
}

interface Found<M> {
  readonly file: CaseFile;
  readonly through: Map<string, Stands['through'][number]>;
  readonly matches: M[];
}

/** Matches by the file that an officer goes to, with those that each holds. */
export async function byKnownFile<M extends Matched>(
  db: ReadDb,
  matches: readonly M[],
): Promise<(FileHead & { readonly matches: readonly M[] })[]> {
  const stands = await standsFor(
    db,
    matches.map(({ file }) => file),
  );
  const found = new Map<string, Found<M>>();
  for (const match of matches) {
    for (const { file, through } of stands.get(match.file.id) ?? []) {
      const held: Found<M> = found.get(file.id) ?? { file, through: new Map(), matches: [] };
      for (const each of through) held.through.set(each.id, each);
      held.matches.push(match);
      found.set(file.id, held);
    }
  }
  const facts = await factsOf(
    db,
    [...found.values()].map(({ file }) => file),
  );
  return [...found]
    .flatMap(([id, { through, matches: own }]) => {
      const head = facts.get(id);
      return head === undefined ? [] : [{ ...head, through: [...through.values()], matches: own }];
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (dayOf(a) < dayOf(b) ? -1 : 1));
}

interface Wanted {
  readonly sought: readonly Sought[];
  /** The external number of a referral as it is compared. */
  readonly externalKey: string | null;
  /** The file itself and what is linked to it, where it is recorded already. */
  readonly except: readonly string[];
}

async function sameNumber(db: ReadDb, key: string | null) {
  if (key === null) return [];
  const rows = await db
    .select({ id: referral.id, value: referral.externalNumber })
    .from(referral)
    .where(eq(referral.externalKey, key))
    .limit(most);
  return rows.map(({ id, value }) => ({
    file: { kind: 'referral' as const, id },
    shared: [{ reason: 'same_external_number' as const, value: value ?? '' }],
  }));
}

interface Shared extends Matched {
  readonly shared: readonly KnownFile['shared'][number][];
}

/** The files of the session's units that may be about the same, each with every reason. */
export async function knownFiles(db: ReadDb, { sought, externalKey, except }: Wanted): Promise<KnownFile[]> {
  const { numbered, sharing } = await together({
    numbered: sameNumber(db, externalKey),
    sharing: filesSharing(db, sought, { windowMs: addressWindow(db), except }),
  });
  const known = new Set(except);
  const matches = [...numbered, ...sharing].filter(({ file }) => !known.has(file.id));
  const files = await byKnownFile<Shared>(db, matches);
  return files.slice(0, most).map(({ matches: own, ...head }) => {
    const shared = own.flatMap((each) => each.shared);
    return { ...head, shared: [...new Map(shared.map((each) => [`${each.reason} ${each.value}`, each])).values()] };
  });
}
