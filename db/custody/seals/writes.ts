import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { AuthorityId, CaseFile, PersonId, SealId, UnitId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { recordsOf, type SearchedKind } from '../../store/engineRecords.ts';
import { idsOfFiles } from '../../casework/files/parts.ts';
import { keepSealedCounts } from '../../casework/transfers/counts.ts';
import { partsOf } from '../../casework/files/within.ts';
import { isAmong, anyId } from '../../ground/kernel/among.ts';
import { must } from '../../ground/kernel/assert.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { printNumber, takeNumbers } from '../../ledger/ledger/numbers.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { correction, isToReview } from '../../ground/schema/unit/corrections.ts';
import { note } from '../../ground/schema/unit/notes.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { seal, sealedItem, sealedValue } from '../../ground/schema/unit/seals.ts';
import { putIntoSearch, takeFromSearch } from '../../casework/search/entries.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { SealRow } from '#contract/custody/seals';
import { requireCertainClock } from '../../store/rights/certainClock.ts';
import { requireAllConfirmed } from '../../store/rights/confirmations.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { wholeInvestigation, wholeReferral, type WholeFile } from './gather.ts';
import { youthRecord } from './rules.ts';

type Handlers = { readonly [M in 'seals.seal' | 'seals.sealPerson' | 'seals.unseal']: WriteHandler<M> };
type Act = Pick<ParsedInput<'seals.seal'>, 'reference' | 'reason'> & { readonly basis: SealRow['basis'] };

/** Neither is ever changed, so one that names a sealed person would tell of them for ever. */
type Chosen = 'note' | 'correction';

interface Item {
  readonly id: string;
  readonly kind: SearchedKind | Chosen;
  readonly shownIn: string | null;
}

interface Sealing {
  readonly unitId: UnitId;
  /** By where they stay when the others leave: each part has the act for itself there. */
  readonly parts: readonly (readonly Item[])[];
  /** Of the items and all that is in them: their values in the audit go out of sight too, those of corrected records by themselves. */
  readonly ids: readonly string[];
  readonly ofPerson: boolean;
  readonly referrals: number;
}

/** Values first: rows inserted at one go stay under SQLite's limit of parameters. */
const rowsAtOnce = 200;

async function hideValues(tx: WriteTx, sealId: string, { ids }: Sealing): Promise<void> {
  const links = await recordsOf(tx).linksOf(ids);
  for (let first = 0; first < links.length; first += rowsAtOnce)
    await tx
      .insert(sealedValue)
      .values(links.slice(first, first + rowsAtOnce).map((sequence) => ({ sequence, sealId })))
      .onConflictDoNothing();
}

async function sealItems(tx: WriteTx, act: Act, sealing: Sealing, context: Context): Promise<SealId> {
  const { unitId, parts, ofPerson, referrals } = sealing;
  const sealedOn = context.clock.today();
  const year = sealedOn.slice(0, 4);
  const number = printNumber('seal', year, await takeNumbers(tx, 'seal', unitId, year, 1));
  const { basis, reference, reason } = act;
  const done = { sealedOn, at: context.clock.now(), byUser: context.session.user.id };
  const row = { unitId, number, basis, reference, reason, ofPerson, referrals, ...done };
  const ids: SealId[] = [];
  for (const items of parts) {
    const id = context.newId();
    await tx.insert(seal).values({ id, ...row });
    await hideItems(tx, { id, unitId }, items);
    ids.push(id);
  }
  const id = must(ids[0], 'an act seals something');
  await hideValues(tx, id, sealing);
  return id;
}

async function hideItems(
  tx: WriteTx,
  { id, unitId }: Pick<typeof seal.$inferSelect, 'id' | 'unitId'>,
  items: readonly Item[],
) {
  for (const item of items) {
    const isSearched = item.kind !== 'note' && item.kind !== 'correction';
    const searchNumber = isSearched ? await takeFromSearch(tx, item.kind, item.id) : null;
    await tx
      .insert(sealedItem)
      .values({ itemId: item.id, sealId: id, unitId, kind: item.kind, shownIn: item.shownIn, searchNumber })
      // A person who was sealed alone stays so when the file is given back.
      .onConflictDoNothing();
  }
}

export async function sealFile(tx: WriteTx, act: Act, file: WholeFile, context: Context): Promise<number> {
  const files = [...new Set([file.id, ...file.referrals])];
  const items: Item[] = [
    ...files.map((id) => ({ id, kind: id === file.id ? file.kind : ('referral' as const), shownIn: null })),
    ...file.persons.map((id) => ({ id, kind: 'person' as const, shownIn: null })),
  ];
  const { unitId, referrals } = file;
  await sealItems(
    tx,
    act,
    { unitId, parts: [items], ids: await idsOfFiles(tx, files), ofPerson: false, referrals: referrals.length },
    context,
  );
  return items.length;
}

/** The record of the period that ends tells since when it is sealed. */
async function endAccess(tx: WriteTx, fileId: string, id: AuthorityId, today: CivilDate): Promise<void> {
  const [held] = await tx
    .select()
    .from(authority)
    .where(and(eq(authority.id, id), eq(authority.investigationId, anyId(fileId)), eq(authority.kind, youthRecord)));
  if (!held) throw new StoreFailure('not_found');
  await tx
    .update(authority)
    .set({ doneOn: today, watched: false, version: held.version + 1 })
    .where(eq(authority.id, id));
}

async function identifiersOf(tx: WriteTx, personId: PersonId): Promise<readonly string[]> {
  const rows = await tx.select({ id: identifier.id }).from(identifier).where(eq(identifier.personId, personId));
  return rows.map(({ id }) => id);
}

/** The unit of a person of the file, or of one who was taken out of it as entered in error. */
async function unitOfPerson(tx: WriteTx, file: CaseFile, id: PersonId): Promise<UnitId | null> {
  const [held] = await tx
    .select({ unitId: person.unitId })
    .from(person)
    .where(and(eq(person.id, id), eq(person.fileKind, file.kind), eq(person.fileId, file.id)));
  const [struck] = await tx
    .select({ unitId: correction.unitId })
    .from(correction)
    .where(and(eq(correction.recordId, id), eq(correction.record, 'person'), eq(correction.fileId, file.id)));
  return (held ?? struck)?.unitId ?? null;
}

/** Throws `not_found` where one that is chosen is of another file, or sealed. */
function requireAll(rows: readonly unknown[], ids: readonly string[]): void {
  if (rows.length !== ids.length) throw new StoreFailure('not_found');
}

const reviewOf = pick(correction, 'reviewDueAt', 'reviewedAt');

/** Sealed, a correction would be out of the sight of the second person for whom it waits. */
function requireReviewed(rows: readonly Parameters<typeof isToReview>[0][]): void {
  if (rows.some(isToReview)) throw new StoreFailure('conflict', 'correction_not_reviewed');
}

/** The notes of the file that are chosen. */
async function notesOf(tx: WriteTx, fileId: string, ids: readonly string[]): Promise<readonly string[]> {
  const sealed = tx.select({ id: sealedItem.itemId }).from(sealedItem);
  const rows = await tx
    .select({ id: note.id })
    .from(note)
    .where(and(isAmong(note.id, ids), eq(note.investigationId, anyId(fileId)), notInArray(note.id, sealed)));
  requireAll(rows, ids);
  return rows.map(({ id }) => id);
}

/** The corrections of the file and of its referrals that are chosen, and the records that they are of. */
async function correctionsOf(tx: WriteTx, file: CaseFile, ids: readonly string[]) {
  const sealed = tx.select({ id: sealedItem.itemId }).from(sealedItem);
  const files = [...(await partsOf(tx, file)).keys()];
  const rows = await tx
    .select({ ...pick(correction, 'id', 'fileId', 'record', 'recordId'), ...reviewOf })
    .from(correction)
    .where(and(isAmong(correction.id, ids), isAmong(correction.fileId, files), notInArray(correction.id, sealed)));
  requireAll(rows, ids);
  requireReviewed(rows);
  return rows;
}

type CorrectionOfFile = Pick<typeof correction.$inferSelect, 'id' | 'fileId' | 'record'>;

/** Those that go where the file goes, and those that stay: of each of its referrals, and of its transfers. */
function byPlace(fileId: string, rows: readonly CorrectionOfFile[]) {
  const places = groupsBy(rows, (row) => `${row.fileId}${row.record === 'transfer' ? ' transfer' : ''}`);
  const parts = [...places].map(([place, of]) => ({
    place,
    items: of.map((row): Item => ({ id: row.id, kind: 'correction', shownIn: row.fileId })),
  }));
  const others = parts.filter(({ place }) => place !== fileId);
  const own = parts.find(({ place }) => place === fileId);
  return [own?.items ?? [], others.map(({ items }) => items)] as const;
}

/** A person comes back after their file, not before it. */
async function requireFileInSight(tx: WriteTx, sealId: string): Promise<void> {
  const files = tx.select({ id: sealedItem.shownIn }).from(sealedItem).where(eq(sealedItem.sealId, sealId));
  const [sealed] = await tx.select().from(sealedItem).where(inArray(sealedItem.itemId, files));
  if (sealed) throw new StoreFailure('conflict', 'state_not_allowed');
}

/** The act with its parts that are in the same unit. */
function partsOfAct(tx: WriteTx, { unitId, number, at }: typeof seal.$inferSelect) {
  const isSame = and(eq(seal.unitId, unitId), eq(seal.number, number), eq(seal.at, at));
  return tx
    .select()
    .from(seal)
    .where(and(isSame, isNull(seal.unsealedAt)));
}

/** What was sealed comes back: to the search too, and the values in the audit that no other seal hides. */
async function giveBack(tx: WriteTx, sealId: string): Promise<number> {
  const items = await tx.delete(sealedItem).where(eq(sealedItem.sealId, sealId)).returning();
  await tx.delete(sealedValue).where(eq(sealedValue.sealId, sealId));
  for (const { itemId, kind, searchNumber } of items)
    if (searchNumber !== null) await putIntoSearch(tx, kind as SearchedKind, itemId, searchNumber);
  return items.length;
}

/** That a period of access is over is said of a day; an order of a court is carried out whatever the clock says. */
function requireDayOf({ basis }: Act, context: Context): void {
  if (basis === 'youth_access_ended') requireCertainClock(context);
}

export const sealWrites: Handlers = {
  'seals.seal': async (tx, { investigationIds, referralIds, ...act }, context) => {
    requireDayOf(act, context);
    const files: WholeFile[] = [];
    for (const id of new Set(investigationIds)) files.push(await wholeInvestigation(tx, id));
    for (const id of new Set(referralIds)) files.push(await wholeReferral(tx, id));
    let items = 0;
    for (const file of files) items += await sealFile(tx, act, file, context);
    return {
      output: { seals: files.length, items },
      audit: { facts: { seals: files.length, items, basis: act.basis } },
    };
  },

  'seals.sealPerson': async (tx, { file, personId, authorityId, noteIds, correctionIds, ...act }, context) => {
    requireDayOf(act, context);
    const unitId = await unitOfPerson(tx, file, personId);
    const [sealed] = await tx
      .select()
      .from(sealedItem)
      .where(inArray(sealedItem.itemId, [personId]));
    if (unitId === null || sealed) throw new StoreFailure('not_found');
    if (authorityId !== null) await endAccess(tx, file.id, authorityId, context.clock.today());
    const identifiers = await identifiersOf(tx, personId);
    const ofPerson = isAmong(correction.recordId, [personId, ...identifiers]);
    requireReviewed(await tx.select(reviewOf).from(correction).where(ofPerson));
    const notes = await notesOf(tx, file.id, [...new Set(noteIds)]);
    const corrections = await correctionsOf(tx, file, [...new Set(correctionIds)]);
    await keepSealedCounts(tx, unitId, [personId, ...corrections.map(({ recordId }) => recordId)]);
    const item = (kind: Item['kind'], id: string): Item => ({ id, kind, shownIn: file.id });
    const [own, others] = byPlace(file.id, corrections);
    const sealing = {
      unitId,
      parts: [[item('person', personId), ...notes.map((each) => item('note', each)), ...own], ...others],
      ids: [personId, ...identifiers, ...notes],
      ofPerson: true,
      referrals: 0,
    };
    const id = await sealItems(tx, act, sealing, context);
    const items = sealing.parts.flat().length;
    return { output: { id }, audit: { subject: { kind: 'seal', id }, facts: { items, basis: act.basis } } };
  },

  'seals.unseal': async (tx, { sealId, authority: by, reason }, { session, clock }) => {
    const [held] = await tx.select().from(seal).where(eq(seal.id, sealId));
    if (!held || !session.unitIds.some((id) => id === held.unitId)) throw new StoreFailure('not_found');
    if (held.unsealedAt !== null) throw new StoreFailure('conflict', 'state_not_allowed');
    await requireAllConfirmed(tx);
    // What was purged stays hidden: it goes again, or a court's order is carried out on another copy.
    if (held.basis === 'purged_before') throw new StoreFailure('conflict', 'state_not_allowed');
    const done = { unsealedAt: clock.now(), unsealedBy: session.user.id, unsealAuthority: by, unsealReason: reason };
    let items = 0;
    for (const { id, version } of await partsOfAct(tx, held)) {
      await requireFileInSight(tx, id);
      items += await giveBack(tx, id);
      await tx
        .update(seal)
        .set({ ...done, version: version + 1 })
        .where(eq(seal.id, id));
    }
    return {
      output: { items },
      audit: {
        subject: { kind: 'seal', id: sealId },
        facts: { items },
        changes: [{ field: 'unsealed', before: null, after: { authority: by, reason } }],
      },
    };
  },
};
