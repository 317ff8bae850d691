import { and, eq, ne } from 'drizzle-orm';
import type { AgeBand, AgedFile } from '#contract/statistics/backlog';
import type { WaitingState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { uncertainOf } from '../../casework/referrals/rows.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadContext } from '../../store/types.ts';
import { bandOf, standsOn } from './ageing.ts';
import { fileIdAt, fileIdsOf, openBook, type BookContext, type FileBook } from './files/book.ts';
import { eachStay, idAt, type Block } from './files/packedStays.ts';
import { dayNumber, dayOf } from './files/days.ts';
import type { HeldFile } from './files/read.ts';

export interface Asked {
  readonly unitIds: readonly string[];
  readonly on: CivilDate;
  readonly band: AgeBand | undefined;
  readonly waiting: WaitingState | undefined;
  readonly offset: number;
  readonly size: number;
}

/** One page of the files of a band that were in the backlog on a day, oldest first. */
export async function readAgedFiles(
  db: ReadDb,
  asked: Asked,
  context: BookContext & Pick<ReadContext, 'counted'>,
): Promise<{ readonly files: AgedFile[]; readonly total: number; readonly sealed: number }> {
  const book = await openBook(context.counted, context);
  const day = dayNumber(asked.on);
  const all = await inState(db, book, placesOf(book, asked, day), asked.waiting);
  const places = await withoutSealed(context.counted, book, all);
  const page: Named[] = [];
  for (const { kind, received, block, position } of places.slice(asked.offset, asked.offset + asked.size)) {
    const id = await fileIdAt(db, book, block, position);
    if (id !== null) page.push({ kind, received, id });
  }
  const standings = await readStandings(db, page);
  return {
    files: page.flatMap(({ kind, received, id }) => {
      const standing = standings.get(id);
      return standing === undefined
        ? []
        : [{ kind, id, receivedOn: dayOf(received), age: day - received, ...standing }];
    }),
    total: places.length,
    sealed: all.length - places.length,
  };
}

interface Place {
  readonly kind: HeldFile['kind'];
  readonly received: number;
  readonly block: Block;
  readonly position: number;
}

/** Those that a page may show; `db` names what is sealed as the book does. Where nothing is sealed no id is asked for. */
async function withoutSealed(db: ReadDb, book: FileBook, places: readonly Place[]): Promise<readonly Place[]> {
  const sealed = new Set((await db.select({ id: sealedItem.itemId }).from(sealedItem)).map(({ id }) => id));
  return sealed.size === 0 ? places : await whereId(db, book, places, (id) => id === null || !sealed.has(id));
}

/** Those whose id passes; null where it is not known. */
async function whereId(
  db: ReadDb,
  book: FileBook,
  places: readonly Place[],
  passes: (id: string | null) => boolean,
): Promise<readonly Place[]> {
  const ids = await fileIdsOf(
    db,
    book,
    places.map(({ block }) => block),
  );
  return places.filter(({ block, position }) => {
    const held = ids.get(block);
    return passes(held === undefined ? null : idAt(held, position));
  });
}

/** The ids of what is open today in a state of waiting, as the board counts it. */
async function openIn(db: ReadDb, state: WaitingState): Promise<ReadonlySet<string>> {
  const files = await db
    .select({ id: investigation.id })
    .from(investigation)
    .where(and(eq(investigation.open, true), eq(investigation.waiting, state)));
  const ofState = state === 'active' ? eq(referral.state, 'assigned') : ne(referral.state, 'assigned');
  const referrals =
    state === 'active' || state === 'unassigned'
      ? await db
          .select({ id: referral.id })
          .from(referral)
          .where(and(eq(referral.open, true), ofState))
      : [];
  return new Set([...files, ...referrals].map(({ id }) => id));
}

async function inState(
  db: ReadDb,
  book: FileBook,
  places: readonly Place[],
  state: WaitingState | undefined,
): Promise<readonly Place[]> {
  if (state === undefined) return places;
  const open = await openIn(db, state);
  return await whereId(db, book, places, (id) => id !== null && open.has(id));
}

type Named = Pick<Place, 'kind' | 'received'> & { readonly id: string };

function placesOf(book: FileBook, { unitIds, band }: Asked, day: number): readonly Place[] {
  const isThere = standsOn(book, unitIds, day);
  const places: Place[] = [];
  eachStay(book.blocks, (stay, block, position) => {
    if (!isThere(stay) || (band !== undefined && bandOf(day - stay.received) !== band)) return;
    places.push({ kind: stay.kind, received: stay.received, block, position });
  });
  // Of one day's receipts the order of the book stays: the sort is stable.
  return places.sort((a, b) => a.received - b.received);
}

type Standing = Pick<AgedFile, 'number' | 'unitId' | 'waiting' | 'since' | 'sinceUncertain' | 'lead'>;

/** The present state of files. An open referral waits unassigned until it has an officer. */
async function readStandings(
  db: ReadDb,
  files: readonly Pick<HeldFile, 'kind' | 'id'>[],
): Promise<ReadonlyMap<string, Standing>> {
  const idsOf = (kind: HeldFile['kind']): string[] => files.flatMap((each) => (each.kind === kind ? each.id : []));
  const referrals = await db
    .select()
    .from(referral)
    .where(isAmong(referral.id, idsOf('referral')));
  const investigations = await db
    .select()
    .from(investigation)
    .where(isAmong(investigation.id, idsOf('investigation')));
  return new Map<string, Standing>([
    ...referrals.map((row): [string, Standing] => [
      row.id,
      {
        number: row.number,
        unitId: row.unitId,
        waiting: row.open ? (row.state === 'assigned' ? 'active' : 'unassigned') : null,
        since: row.stateOn,
        sinceUncertain: uncertainOf(row.stateOnLatest, row.stateOnPrecision),
        lead: row.assignedTo,
      },
    ]),
    ...investigations.map((row): [string, Standing] => [
      row.id,
      {
        number: row.number,
        unitId: row.unitId,
        waiting: row.open ? row.waiting : null,
        since: row.concludedOn ?? row.waitingSince,
        sinceUncertain: null,
        lead: row.lead,
      },
    ]),
  ]);
}
