import { identifierKind } from '#contract/ground/codes';
import { and, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { CaseFile } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { pick } from '../../ground/kernel/pick.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { identifierKey } from '../identifiers/normalise.ts';
import { together } from '../../ground/kernel/together.ts';
import { catalogueInForce } from '../offences/catalogue.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { fileOffence } from '../../ground/schema/unit/offences.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { inOrder, namesWith } from './words.ts';
import { recordsOf } from '../../store/engineRecords.ts';

type Found = Output<'search.everywhere'>;

/** Of what is shown under each heading. */
const shown = 20;
/** A part of fewer characters would be in half of all identifiers. */
const fewestLetters = 3;

async function numbersOf(db: ReadDb, files: readonly CaseFile[]): Promise<ReadonlyMap<string, string>> {
  const ids = files.map((each) => each.id);
  const rows = await Promise.all(
    [referral, investigation].map((table) =>
      db.select({ id: table.id, number: table.number }).from(table).where(inArray(table.id, ids)),
    ),
  );
  return new Map(rows.flat().map((row) => [row.id, row.number]));
}

interface InFile {
  readonly fileKind: string;
  readonly fileId: string;
}

const fileOf = ({ fileKind, fileId }: InFile): CaseFile => ({ kind: fileKind, id: fileId }) as CaseFile;

/** Persons whose names match, in the order of the matches. */
export async function personsOf(db: ReadDb, ids: readonly string[]): Promise<Found['persons']> {
  const rows = await db
    .select()
    .from(person)
    .where(and(isAmong(person.id, ids), isNotNull(person.name)));
  const numbers = await numbersOf(db, rows.map(fileOf));
  return inOrder(rows, ids).map((row) => ({
    ...pick(row, 'id', 'unitId', 'role'),
    name: row.name ?? '',
    file: fileOf(row),
    number: numbers.get(row.fileId) ?? '',
  }));
}

/** What is typed as an identifier of each kind would be folded. */
function keysOf(text: string) {
  return identifierKind.options.flatMap((kind) => {
    const key = identifierKey(kind, text);
    return key === null ? [] : [{ kind, key }];
  });
}

/** Those that are the whole of what is typed first, then those with it somewhere in them; the newest first of each. */
export async function identifiersLike(db: ReadDb, typed: string): Promise<Found['identifiers']> {
  const text = typed.trim();
  if (text.length < fewestLetters) return [];
  const keys = keysOf(text);
  const digits = text.replace(/[\s().\-+]/g, '');
  const parts = [text, ...keys.map(({ key }) => key), ...(/^\d+$/.test(digits) ? [digits] : [])];
  const { whole, ids } = await together({
    whole: db
      .select()
      .from(identifier)
      .where(
        or(...keys.map(({ kind, key }) => and(eq(identifier.kind, kind), eq(identifier.identifierKey, key)))) ??
          sql`FALSE`,
      )
      .orderBy(desc(identifier.enteredAt), desc(identifier.id))
      .limit(shown),
    ids: recordsOf(db).search.identifiersWith(parts, shown),
  });
  const partly = await db.select().from(identifier).where(isAmong(identifier.id, ids));
  const known = new Set(whole.map(({ id }) => id));
  const rows = [...whole, ...inOrder(partly, ids).filter(({ id }) => !known.has(id))].slice(0, shown);
  const numbers = await numbersOf(db, rows.map(fileOf));
  return rows.map((row) => ({
    ...pick(row, 'id', 'unitId', 'kind', 'value', 'service'),
    file: fileOf(row),
    number: numbers.get(row.fileId) ?? '',
  }));
}

/** Files with an offence that any of its names, of today or of before, in either language, calls so. Newest entered first. */
export async function filesOfOffence(db: ReadDb, text: string): Promise<string[]> {
  const codes = (await catalogueInForce(db)).offences
    .filter((each) =>
      namesWith(
        each.names.flatMap(({ en, fr }) => [en, fr]),
        text,
      ),
    )
    .map((each) => each.code);
  const rows = await db
    .select({ id: fileOffence.investigationId })
    .from(fileOffence)
    .where(inArray(fileOffence.offence, codes))
    .orderBy(desc(fileOffence.enteredAt), desc(fileOffence.id))
    .limit(shown);
  return [...new Set(rows.map((row) => row.id))];
}
