import { identifierKind } from '#contract/ground/codes';
import { and, desc, eq, inArray, isNotNull, or, sql, type SQL } from 'drizzle-orm';
import type { CaseFile } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { pick } from '../../ground/kernel/pick.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { identifierKey } from '../identifiers/normalise.ts';
import { startsWith } from '../../ground/kernel/window.ts';
import { catalogueInForce } from '../offences/catalogue.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { fileOffence } from '../../ground/schema/unit/offences.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { namesWith } from './words.ts';

type Found = Output<'search.everywhere'>;

/** Of what is shown under each heading. */
const shown = 20;
/** A beginning of fewer letters would be half of all identifiers. */
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
  return rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((row) => ({
      id: row.id,
      unitId: row.unitId,
      name: row.name ?? '',
      role: row.role,
      file: fileOf(row),
      number: numbers.get(row.fileId) ?? '',
    }));
}

/** Keys that may match what is typed: whole, folded as each kind is, and as a beginning. */
function keysMatching(text: string, withBeginnings: boolean): SQL | undefined {
  const keys = identifierKind.options.flatMap((kind) => {
    const key = identifierKey(kind, text);
    return key === null ? [] : [and(eq(identifier.kind, kind), eq(identifier.identifierKey, key))];
  });
  // Where identifiers are encrypted, only the whole of one is equal to itself.
  if (!withBeginnings) return or(...keys) ?? sql`FALSE`;
  const digits = text.replace(/[\s().\-+]/g, '');
  const phone = /^\d{3,}$/.test(digits) ? [startsWith(identifier.identifierKey, `+1${digits.replace(/^1/, '')}`)] : [];
  const begins = [...new Set([text.toLowerCase(), text.toLowerCase().replace(/^@/, ''), text.toUpperCase()])]
    .filter((each) => each.length >= fewestLetters)
    .map((each) => startsWith(identifier.identifierKey, each));
  return or(...keys, ...phone, ...begins);
}

export async function identifiersLike(db: ReadDb, typed: string): Promise<Found['identifiers']> {
  const text = typed.trim();
  if (text.length < fewestLetters) return [];
  const rows = await db
    .select()
    .from(identifier)
    .where(keysMatching(text, db.search.findsBeginnings))
    .orderBy(desc(identifier.enteredAt), desc(identifier.id))
    .limit(shown);
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
