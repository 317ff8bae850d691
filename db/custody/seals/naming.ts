import { folded } from '#contract/ground/folded';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { InvestigationId, PersonId } from '#contract/ground/ids';
import type { NamingText } from '#contract/custody/seals';
import { isAmong } from '../../ground/kernel/among.ts';
import { carriedInto } from '../../casework/files/within.ts';
import { placesOfNames, wordsOfNames } from '../disclosure/names.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { nextStep } from '../../ground/schema/unit/handover.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { note } from '../../ground/schema/unit/notes.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

type Db = Pick<ReadDb, 'select'>;
type Person = typeof person.$inferSelect;

interface Text {
  readonly fileId: InvestigationId;
  readonly what: NamingText['what'];
  readonly text: string;
  readonly note: NamingText['note'];
}

/** The investigations that name the person: under the same name, or in a referral that went into one, by itself or with its bundle. */
async function filesOf(db: Db, who: Person): Promise<readonly string[]> {
  const named = await db
    .select({ fileId: person.fileId, name: person.name })
    .from(person)
    .where(and(eq(person.unitId, who.unitId), isNotNull(person.name)));
  const key = who.name === null ? null : folded(who.name);
  const same = named.filter(({ name }) => name !== null && folded(name) === key).map(({ fileId }) => fileId);
  const ids = [who.fileId, ...same];
  const carried = await carriedInto(db, ids);
  return [...new Set([...ids, ...[...carried.values()].flatMap(({ into }) => into)])];
}

/** Records that a seal of the person takes along, with what they said before. */
const sealedWith: ReadonlySet<string> = new Set(['person', 'identifier']);

const textsIn = (row: Readonly<Record<string, unknown>>) =>
  Object.values(row).filter((value): value is string => typeof value === 'string');

async function textsOf(db: Db, files: readonly string[]): Promise<readonly Text[]> {
  const notes = await db.select().from(note).where(isAmong(note.investigationId, files)).orderBy(note.position);
  const tasks = await db.select().from(task).where(isAmong(task.investigationId, files));
  const hearings = await db.select().from(hearing).where(isAmong(hearing.investigationId, files));
  const steps = await db.select().from(nextStep).where(isAmong(nextStep.investigationId, files));
  const authorities = await db.select().from(authority).where(isAmong(authority.investigationId, files));
  const devices = await db.select().from(device).where(isAmong(device.investigationId, files));
  const corrections = await db.select().from(correction).where(isAmong(correction.fileId, files));
  return [
    ...notes.map(({ id, investigationId, position, text }): Text => ({
      fileId: investigationId,
      what: 'note',
      text,
      note: { id, position },
    })),
    ...tasks.map(({ investigationId, what: text }): Text => ({
      fileId: investigationId,
      what: 'task',
      text,
      note: null,
    })),
    ...hearings.map(({ investigationId, court, outcomeNote }): Text => ({
      fileId: investigationId,
      what: 'hearing',
      text: [court, outcomeNote].join(' '),
      note: null,
    })),
    ...steps.map(({ investigationId, text }): Text => ({
      fileId: investigationId,
      what: 'next_step',
      text,
      note: null,
    })),
    ...authorities.map(({ investigationId, heldBy, concerning, place }): Text => ({
      fileId: investigationId,
      what: 'authority',
      text: [heldBy, concerning, place].join(' '),
      note: null,
    })),
    ...devices.map(({ investigationId, label, place }): Text => ({
      fileId: investigationId,
      what: 'device',
      text: [label, place].join(' '),
      note: null,
    })),
    ...corrections.map(({ fileId, record, before, reason, reviewNote }): Text => ({
      fileId: fileId as InvestigationId,
      what: 'correction',
      text: [reason, reviewNote, ...(sealedWith.has(record) ? [] : textsIn(before))].join(' '),
      note: null,
    })),
  ];
}

/** As in the file or, where they were taken out as entered in error, as they were then. */
async function personNamed(db: Db, id: PersonId): Promise<Person | undefined> {
  const [held] = await db.select().from(person).where(eq(person.id, id));
  if (held) return held;
  const struck = and(eq(correction.recordId, id), eq(correction.record, 'person'));
  const [last] = await db.select().from(correction).where(struck).orderBy(desc(correction.at)).limit(1);
  return last && ({ ...last.before, fileId: last.fileId, unitId: last.unitId } as Person);
}

/** Where the person's files name them, by a word of their name or by an identifier; the person's own file first. */
export async function textsNaming(db: Db, personId: PersonId): Promise<readonly NamingText[]> {
  const who = await personNamed(db, personId);
  if (!who) return [];
  const identifiers = await db.select().from(identifier).where(eq(identifier.personId, personId));
  const names = [
    ...wordsOfNames(who.name === null ? [] : [who.name]),
    ...identifiers.map(({ value }) => folded(value)),
  ];
  const files = await filesOf(db, who);
  const rows = await db.select().from(investigation).where(isAmong(investigation.id, files));
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return (await textsOf(db, files))
    .filter(({ text }) => placesOfNames(text, names).length > 0)
    .map(({ fileId, what, note: of }) => ({
      investigationId: fileId,
      number: numbers.get(fileId) ?? '',
      what,
      note: of,
    }))
    .sort((a, b) => Number(b.investigationId === who.fileId) - Number(a.investigationId === who.fileId));
}
