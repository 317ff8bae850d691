import { parseISO } from 'date-fns/parseISO';
import { and, desc, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { AuditFilter, AuditRow } from '#contract/accounts/audit';
import { addDays } from '../../ground/kernel/days.ts';
import type { CaseFile, UnitId } from '#contract/ground/ids';
import type { Session } from '#contract/store/session';
import { methodsOf } from '#contract/acts';
import { pick } from '../../ground/kernel/pick.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { auditEntry, auditFile, auditValue } from '../../ground/schema/common/audit.ts';
import { displayNames } from '../people/names.ts';
import { user } from '../../ground/schema/common/people.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';

/** To all others the words of a search are masked. */
const readersOfWords: readonly string[] = ['records_officer'];

/** The facts that the page shows with an entry's act; everything else in the facts stays in the store. */
const shownFacts = z.object({
  rows: z.int().nullable().catch(null),
  times: z.int().nullable().catch(null),
  begun: z.int().nullable().catch(null),
  ended: z.enum(['done', 'not_done']).nullable().catch(null),
  file: z.string().nullable().catch(null),
  fileId: z.string().nullable().catch(null),
});

type NumberedFile = CaseFile & { readonly number: string; readonly unitId: UnitId };

/** The files that the reader may see, by id: through the reading connection, so of the session's units alone and none that is sealed. */
async function filesById(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, NumberedFile>> {
  const referrals = await db
    .select(pick(referral, 'id', 'number', 'unitId'))
    .from(referral)
    .where(isAmong(referral.id, ids));
  const investigations = await db
    .select(pick(investigation, 'id', 'number', 'unitId'))
    .from(investigation)
    .where(isAmong(investigation.id, ids));
  return new Map<string, NumberedFile>([
    ...referrals.map((row) => [row.id, { kind: 'referral' as const, ...row }] as const),
    ...investigations.map((row) => [row.id, { kind: 'investigation' as const, ...row }] as const),
  ]);
}

async function idsNumbered(db: ReadDb, record: string): Promise<readonly string[]> {
  if (z.uuid().safeParse(record).success) return [record];
  const referrals = await db.select({ id: referral.id }).from(referral).where(eq(referral.number, record));
  const files = await db.select({ id: investigation.id }).from(investigation).where(eq(investigation.number, record));
  return [...referrals, ...files].map(({ id }) => id);
}

/** Days as they are where the user sits, whose times the journal shows. */
const startOf = (day: string): number => parseISO(day).getTime();

/** The entries that concern one of the files, or have the record itself as their subject. */
function concerning(ids: readonly string[]): SQL {
  const known = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  return sql`(${auditEntry.subjectId} IN ${known} OR ${auditEntry.sequence} IN (SELECT ${auditFile.sequence} FROM ${auditFile} WHERE ${auditFile.fileId} IN ${known}))`;
}

export async function whereOf(db: ReadDb, session: Session, filter: AuditFilter): Promise<SQL | undefined> {
  const { actorId, kind, outcome, record, from, to } = filter;
  const isUnit = session.workspace.kind === 'unit';
  const ids = record === undefined ? null : isUnit ? await idsNumbered(db, record) : [record];
  return and(
    actorId && eq(auditEntry.actorId, actorId),
    kind && inArray(auditEntry.method, [...methodsOf(kind)]),
    outcome && eq(auditEntry.outcome, outcome),
    from && gte(auditEntry.at, startOf(from)),
    to && lt(auditEntry.at, startOf(addDays(to, 1))),
    ids ? concerning(ids) : undefined,
  );
}

/** One file's entries are found by an index, however long the chain is. */
export function ofFile(file: CaseFile): SQL {
  return inArray(
    auditEntry.sequence,
    sql`(SELECT ${auditFile.sequence} FROM ${auditFile} WHERE ${auditFile.fileId} = ${file.id})`,
  );
}

interface Page {
  readonly before?: number | undefined;
  readonly size: number;
}

export async function rowsOf(
  db: ReadDb,
  session: Session,
  where: SQL | undefined,
  { before, size }: Page,
): Promise<AuditRow[]> {
  const entries = await db
    .select({ entry: auditEntry, actor: user.displayName })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.actorId))
    .where(and(where, before === undefined ? undefined : lt(auditEntry.sequence, before)))
    .orderBy(desc(auditEntry.sequence))
    .limit(size);
  const read = entries.map(({ entry, actor }) => ({ entry, actor, facts: shownFacts.parse(JSON.parse(entry.facts)) }));
  const fileOf = ({ entry, facts }: (typeof read)[number]): string =>
    (entry.subjectKind === 'referral' || entry.subjectKind === 'investigation' ? entry.subjectId : null) ??
    facts.file ??
    facts.fileId ??
    '';
  const files =
    session.workspace.kind === 'unit' ? await filesById(db, read.map(fileOf)) : new Map<string, NumberedFile>();
  const names = await displayNames(db);
  const words = await wordsOf(
    db,
    entries.map(({ entry }) => entry.sequence),
  );
  const mayRead = session.roles.some((role) => readersOfWords.includes(role));
  return read.map((row) => {
    const { sequence, at, method, subjectKind, outcome } = row.entry;
    const { rows, times, begun, ended } = row.facts;
    const typed = words.get(sequence) ?? null;
    return {
      sequence,
      at,
      actor: row.actor ?? '',
      method,
      outcome: outcome === 'refused' ? 'refused' : 'done',
      subjectKind,
      file: files.get(fileOf(row)) ?? null,
      person: personOf(row.entry, names),
      rows,
      times,
      begun,
      ended,
      words: mayRead ? typed : null,
      wordsMasked: typed !== null && !mayRead,
    };
  });
}

function personOf(
  { subjectKind, subjectId, actorId }: typeof auditEntry.$inferSelect,
  names: ReadonlyMap<string, string>,
): string | null {
  if (subjectKind !== 'user' || subjectId === null || subjectId === actorId) return null;
  return names.get(subjectId) ?? null;
}

/** What was typed into the searches among these entries, where it is not forgotten. */
async function wordsOf(db: ReadDb, sequences: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const values = await db
    .select({ sequence: auditValue.sequence, value: auditValue.value })
    .from(auditValue)
    .innerJoin(auditEntry, eq(auditEntry.sequence, auditValue.sequence))
    .where(
      and(
        isAmong(auditValue.sequence, sequences),
        eq(auditEntry.method, 'search.everywhere'),
        eq(auditValue.field, 'words'),
        eq(auditValue.side, 'after'),
      ),
    );
  return new Map(values.map(({ sequence, value }) => [sequence, String(JSON.parse(value))]));
}
