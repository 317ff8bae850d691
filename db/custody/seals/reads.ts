import { and, desc, eq, isNotNull, isNull, ne, notInArray, or } from 'drizzle-orm';
import type { Disposition } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { PersonId, UnitId } from '#contract/ground/ids';
import type { SealBasis, SealDueRow, SealRow, UndecidedRow } from '#contract/custody/seals';
import { displayNames } from '../../accounts/people/names.ts';
import { ageGroupOf } from '../../casework/persons/age.ts';
import { kindOf } from '../../casework/clocks/catalogue.ts';
import { clocksOfAll } from '../../casework/authorities/clocksOfAll.ts';
import { partsOf } from '../../casework/files/within.ts';
import { clockSettings, standingOverrides } from '../../casework/clocks/surroundings.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { must } from '../../ground/kernel/assert.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { charge, investigation } from '../../ground/schema/unit/investigations.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import { seal, sealedItem } from '../../ground/schema/unit/seals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { dayOf } from '../../ground/kernel/days.ts';
import { textsNaming } from './naming.ts';
import { accessOutcome, latestOfEach, youthRecord } from './rules.ts';
import { recordsOf } from '../../store/engineRecords.ts';

type Handlers = {
  readonly [M in 'seals.due' | 'seals.list' | 'seals.find' | 'seals.naming' | 'seals.inFile']: ReadHandler<M>;
};

/** As many as anyone reads. */
const mostRows = 500;

/** The youth's records whose period is over or within its reminders, the longest over first. */
export async function accessEnding(
  db: ReadDb,
  unitId: UnitId | undefined,
  today: CivilDate,
): Promise<readonly SealDueRow[]> {
  const rows = await db
    .select({ row: authority, number: investigation.number, open: investigation.open })
    .from(authority)
    .innerJoin(investigation, eq(investigation.id, authority.investigationId))
    .where(
      and(
        eq(authority.kind, youthRecord),
        eq(authority.watched, true),
        unitId === undefined ? undefined : eq(authority.unitId, unitId),
      ),
    );
  const records = rows.map(({ row }) => row);
  const overrides = await standingOverrides(
    db,
    records.map(({ id }) => id),
  );
  const clocks = clocksOfAll(records, { ...(await clockSettings(db)), today, overrides });
  const outcomes = new Map(kindOf(youthRecord).variants.map(({ code, name }) => [code, name]));
  return rows
    .flatMap(({ row, number, open }) =>
      (clocks.get(row.id) ?? []).flatMap(({ dueOn, daysLeft, urgency, override }): SealDueRow[] => {
        if (dueOn === null || daysLeft === null || urgency === null || urgency === 'ahead') return [];
        return [
          {
            authorityId: row.id,
            investigationId: row.investigationId,
            number,
            unitId: row.unitId,
            open,
            outcome: must(outcomes.get(row.variant ?? ''), 'a youth’s record has one of the outcomes'),
            startedOn: row.startedOn,
            endsOn: dueOn,
            daysLeft,
            urgency,
            isOverridden: override !== null,
          },
        ];
      }),
    )
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.number < b.number ? -1 : 1));
}

/** Files with a youth's charge that ended and no period of access, unless entered in error. */
export async function undecided(db: ReadDb, unitId: UnitId | undefined): Promise<readonly UndecidedRow[]> {
  const decided = db
    .select({ id: authority.investigationId })
    .from(authority)
    .where(
      and(
        eq(authority.kind, youthRecord),
        or(isNull(authority.endReason), ne(authority.endReason, 'entered_in_error')),
      ),
    );
  const rows = await db
    .select({ charge, person, number: investigation.number })
    .from(charge)
    .innerJoin(person, eq(person.id, charge.personId))
    .innerJoin(investigation, eq(investigation.id, charge.investigationId))
    .where(
      and(
        isNotNull(charge.disposedOn),
        notInArray(charge.investigationId, decided),
        unitId === undefined ? undefined : eq(charge.unitId, unitId),
      ),
    );
  const ofYouths = rows.flatMap(({ charge: row, person: accused, number }) => {
    const who = { name: null, birthDate: accused.birthDate, ageBand: accused.ageBand };
    if (ageGroupOf(who, row.offenceOn) !== 'youth') return [];
    const disposition = row.disposition as Disposition;
    return [
      {
        investigationId: row.investigationId,
        number,
        unitId: row.unitId,
        disposition,
        disposedOn: row.disposedOn as CivilDate,
        variant: accessOutcome(disposition),
      },
    ];
  });
  return latestOfEach(ofYouths).sort((a, b) => (a.disposedOn < b.disposedOn ? -1 : 1));
}

async function sealRows(db: ReadDb, unitId: UnitId | undefined): Promise<SealRow[]> {
  const rows = await db
    .select()
    .from(seal)
    .where(unitId === undefined ? undefined : eq(seal.unitId, unitId))
    .orderBy(desc(seal.at), desc(seal.id))
    .limit(mostRows);
  const names = await displayNames(db);
  // An act on what is in several files is one.
  const acts = new Map(rows.map((row) => [[row.unitId, row.number, row.at, row.unsealedAt].join(' '), row]));
  return [...acts.values()].map((row) => ({
    ...pick(row, 'id', 'unitId', 'number'),
    basis: row.basis as SealBasis,
    sealedOn: row.sealedOn,
    by: names.get(row.byUser) ?? '',
    ofPerson: row.ofPerson,
    referrals: row.referrals,
    unsealed:
      row.unsealedAt === null
        ? null
        : {
            on: dayOf(row.unsealedAt),
            by: names.get(row.unsealedBy ?? '') ?? '',
            authority: row.unsealAuthority ?? '',
          },
  }));
}

export const sealReads: Handlers = {
  'seals.due': async (db, { filter: { unitId } }, { clock }) => {
    const today = clock.today();
    const rows = await accessEnding(db, unitId, today);
    return { today, rows: rows.slice(0, mostRows), undecided: (await undecided(db, unitId)).slice(0, mostRows) };
  },

  'seals.list': async (db, { filter: { unitId } }) => ({ seals: await sealRows(db, unitId) }),

  'seals.find': async (db, { unitId, number }) => {
    const found = await recordsOf(db).sealsOf([number], unitId);
    return { id: found.find((each) => each.number === number)?.sealId ?? null };
  },

  'seals.naming': async (db, { file, personId }) => ({ texts: [...(await textsNaming(db, file, personId))] }),

  'seals.inFile': async (db, { file }) => {
    const parts = [...(await partsOf(db, file)).keys()];
    const rows = await db.select().from(sealedItem).where(isAmong(sealedItem.shownIn, parts));
    const own = rows.filter(({ shownIn }) => shownIn === file.id);
    return {
      personIds: own.filter(({ kind }) => kind === 'person').map(({ itemId }) => itemId as PersonId),
      notes: own.filter(({ kind }) => kind === 'note').length,
      // Of its referrals too, as they are listed.
      corrections: rows.filter(({ kind }) => kind === 'correction').length,
    };
  },
};
