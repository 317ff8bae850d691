import { folded } from '#contract/ground/folded';
import { and, desc, eq, isNotNull, or } from 'drizzle-orm';
import type { CaseFile, InvestigationId, PersonId } from '#contract/ground/ids';
import type { NamingText } from '#contract/custody/seals';
import { isAmong } from '../../ground/kernel/among.ts';
import { caseFileOf } from '../../casework/files/caseFile.ts';
import { carriedInto, partsOf, referralsWithin } from '../../casework/files/within.ts';
import { placesOfNames, wordsOfNames } from '../disclosure/names.ts';
import { correction, isToReview } from '../../ground/schema/unit/corrections.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import type { note } from '../../ground/schema/unit/notes.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { textsOf, type Text } from './texts.ts';

type Db = Pick<ReadDb, 'select'>;
type Person = typeof person.$inferSelect;

/** The files that name the person: under any of their names, with the investigations that a referral went into and their referrals. */
async function filesOf(db: Db, { unitId, fileId }: Person, names: readonly string[]) {
  const named = await db
    .select({ fileId: person.fileId, name: person.name })
    .from(person)
    .where(and(eq(person.unitId, unitId), isNotNull(person.name)));
  // What they were called there before a correction, or before they were taken out, is a text of that file still.
  const corrected = await db
    .select({ fileId: correction.fileId, before: correction.before, after: correction.after })
    .from(correction)
    .where(and(eq(correction.unitId, unitId), eq(correction.record, 'person')));
  for (const { fileId: id, before, after } of corrected)
    for (const { name } of [before, after ?? {}] as Partial<Person>[]) named.push({ fileId: id, name: name ?? null });
  const keys = new Set(names.map(folded));
  const ids = [fileId, ...named.filter(({ name }) => keys.has(folded(name ?? ''))).map((each) => each.fileId)];
  const into = [...(await carriedInto(db, ids)).values()].flatMap((each) => each.into);
  const within = await referralsWithin(db, [...ids, ...into] as InvestigationId[]);
  const all = [...ids, ...into, ...within.map(({ id }) => id)];
  const files = new Map<string, Pick<NamingText, 'file' | 'number'>>();
  for (const [kind, table] of [['investigation', investigation] as const, ['referral', referral] as const])
    for (const { id, number } of await db
      .select({ id: table.id, number: table.number })
      .from(table)
      .where(isAmong(table.id, all)))
      files.set(id, { file: caseFileOf(kind, id), number });
  return files;
}

/** As in the file or, where they were taken out as entered in error, as they were then. */
async function personNamed(db: Db, id: PersonId): Promise<Person | undefined> {
  const [held] = await db.select().from(person).where(eq(person.id, id));
  if (held) return held;
  const struck = and(eq(correction.recordId, id), eq(correction.record, 'person'));
  const [last] = await db.select().from(correction).where(struck).orderBy(desc(correction.at)).limit(1);
  return last && ({ ...last.before, fileId: last.fileId, unitId: last.unitId } as Person);
}

/** What the person is called and what identifies them, now or before a correction: names, and the words by which a text names them. */
async function namesOf(db: Db, who: Person) {
  const identifiers = await db.select().from(identifier).where(eq(identifier.personId, who.id));
  const ids = [who.id, ...identifiers.map(({ id }) => id)];
  const earlier = (
    await db
      .select({ before: correction.before })
      .from(correction)
      .where(or(isAmong(correction.recordId, ids), eq(correction.personId, who.id)))
  ).map(({ before }) => before as Partial<Person & { readonly value: string }>);
  const names = [who, ...earlier].flatMap(({ name }) => name ?? []);
  const values = [...identifiers, ...earlier].flatMap(({ value }) => value ?? []).map(folded);
  return { names, words: [...wordsOfNames(names), ...values] };
}

/** Goes out of sight with the person, whatever else does. */
function isTheirs({ what, row }: Text, { id }: Person): boolean {
  if (what === 'person') return row['id'] === id;
  if (what === 'correction') return row['recordId'] === id || row['personId'] === id;
  return what === 'identifier' && row['personId'] === id;
}

/** By what the text is chosen, where it can be sealed: it is never changed. */
function chosenBy({ what, row }: Text): Pick<NamingText, 'note' | 'correction'> {
  const { id, position } = row as typeof note.$inferSelect;
  const { id: correctionId, record, at } = row as typeof correction.$inferSelect;
  return {
    note: what === 'note' ? { id, position } : null,
    correction: what === 'correction' ? { id: correctionId, record, at } : null,
  };
}

/** Where the person's files name them, by a word of their name or by an identifier; the person's own file first. */
export async function textsNaming(db: Db, from: CaseFile, personId: PersonId): Promise<readonly NamingText[]> {
  const who = await personNamed(db, personId);
  if (!who) return [];
  const { names, words } = await namesOf(db, who);
  const files = await filesOf(db, who, names);
  const parts = await partsOf(db, from);
  return (await textsOf(db, [...files.keys()]))
    .filter((each) => !isTheirs(each, who) && placesOfNames(each.text, words).length > 0)
    .flatMap((each) => {
      const place = files.get(each.fileId);
      if (place === undefined) return [];
      const chosen = chosenBy(each);
      const isOwn = parts.has(each.fileId) && (chosen.note ?? chosen.correction) !== null;
      // Its author could keep a correction from the second person who is to look at it.
      const waits = isOwn && isToReview(each.row as typeof correction.$inferSelect);
      return [{ ...place, what: each.what, ...chosen, isSealable: isOwn && !waits, isToReview: waits }];
    })
    .sort(
      (a, b) => Number(b.file.id === who.fileId) - Number(a.file.id === who.fileId) || a.number.localeCompare(b.number),
    );
}
