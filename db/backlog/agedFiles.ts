import { inArray } from 'drizzle-orm';
import type { AgeBand, AgedFile } from '#contract/backlog';
import type { WaitingState } from '#contract/codes';
import type { CivilDate } from '#contract/dates';
import type { UnitId, UserId } from '#contract/ids';
import { investigation } from '../schema/unit/investigations.ts';
import { referral } from '../schema/unit/referrals.ts';
import type { ReadContext, ReadDb } from '../store/types.ts';
import { bandOf, standsOn } from './ageing.ts';
import { eachStay, fileOfEachStay, openBook, type FileBook } from './files/book.ts';
import { dayNumber, dayOf } from './files/days.ts';
import type { HeldFile } from './files/read.ts';

export interface Asked {
  readonly unitIds: readonly string[];
  readonly on: CivilDate;
  readonly band: AgeBand | undefined;
  readonly offset: number;
  readonly size: number;
}

/** One page of the files of a band that were in the backlog on a day, oldest first. */
export async function readAgedFiles(
  db: ReadDb,
  asked: Asked,
  context: Pick<ReadContext, 'session' | 'memory'>,
): Promise<{ readonly files: AgedFile[]; readonly total: number }> {
  const book = await openBook(db, context);
  const day = dayNumber(asked.on);
  const places = placesOf(book, asked, day);
  const page = places.slice(asked.offset, asked.offset + asked.size);
  const files = await filesAt(db, book, page);
  const standings = await readStandings(db, files);
  return {
    files: files.flatMap((file) => {
      const standing = standings.get(file.id);
      if (standing === undefined) return [];
      const { kind, id } = file;
      const age = day - file.received;
      return [{ kind, id, unitId: file.unitId as UnitId, receivedOn: dayOf(file.received), age, ...standing }];
    }),
    total: places.length,
  };
}

/** Where in the book a stay stands: it has no ids, which a million files would fill with little use. */
interface Place {
  readonly received: number;
  readonly block: number;
  readonly position: number;
}

function placesOf(book: FileBook, { unitIds, band }: Asked, day: number): readonly Place[] {
  const isThere = standsOn(book, unitIds, day);
  const places: Place[] = [];
  eachStay(book.blocks, (stay, block, position) => {
    if (!isThere(stay)) return;
    if (band !== undefined && bandOf(day - stay.received) !== band) return;
    places.push({ received: stay.received, block, position });
  });
  // Of one day's receipts the order of the book stays: the sort is stable.
  return places.sort((a, b) => a.received - b.received);
}

async function filesAt(db: ReadDb, book: FileBook, places: readonly Place[]): Promise<readonly HeldFile[]> {
  const blocks = new Map<number, readonly HeldFile[]>();
  for (const { block } of places) {
    const held = book.blocks[block];
    if (held !== undefined && !blocks.has(block)) blocks.set(block, await fileOfEachStay(db, held));
  }
  return places.flatMap(({ block, position }) => blocks.get(block)?.[position] ?? []);
}

type Standing = Pick<AgedFile, 'number' | 'waiting' | 'since' | 'lead'>;

/** How files stand now. An open referral waits unassigned until it has an officer. */
async function readStandings(db: ReadDb, files: readonly HeldFile[]): Promise<ReadonlyMap<string, Standing>> {
  const idsOf = (kind: HeldFile['kind']): string[] => files.flatMap((each) => (each.kind === kind ? each.id : []));
  const referrals = await db
    .select()
    .from(referral)
    .where(inArray(referral.id, idsOf('referral')));
  const investigations = await db
    .select()
    .from(investigation)
    .where(inArray(investigation.id, idsOf('investigation')));
  return new Map<string, Standing>([
    ...referrals.map((row): [string, Standing] => [
      row.id,
      {
        number: row.number,
        waiting: row.open ? (row.state === 'assigned' ? 'active' : 'unassigned') : null,
        since: row.stateOn as CivilDate,
        lead: row.assignedTo as UserId | null,
      },
    ]),
    ...investigations.map((row): [string, Standing] => [
      row.id,
      {
        number: row.number,
        waiting: row.open ? (row.waiting as WaitingState) : null,
        since: (row.concludedOn ?? row.waitingSince) as CivilDate,
        lead: row.lead as UserId | null,
      },
    ]),
  ]);
}
