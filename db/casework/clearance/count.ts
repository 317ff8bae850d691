import { and, eq } from 'drizzle-orm';
import type { YearOfStatistics } from '#contract/casework/clearance';
import type { Output, ParsedInput } from '#contract/index';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { chargedIn } from '../charges/charged.ts';
import { pageOfFiles } from '../files/countedFiles.ts';
import type { Accused } from '../persons/age.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { charge, investigation } from '../../ground/schema/unit/investigations.ts';
import { clearance, fileOffence } from '../../ground/schema/unit/offences.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { reasonsInForce } from './reasons.ts';
import { countedFiles, statisticsOf, type Incident } from './statistics.ts';

type Db = Pick<ReadDb, 'select'>;

/** The subjects of each file of the unit against whom no charge was laid in it. */
async function notCharged(db: Db, unitId: UnitId): Promise<ReadonlyMap<string, readonly Accused[]>> {
  const laid = await db
    .select({ id: charge.personId })
    .from(charge)
    .where(and(eq(charge.unitId, unitId), eq(charge.stage, 'laid')));
  const charged = new Set(laid.map(({ id }) => id));
  const subjects = await db
    .select()
    .from(person)
    .where(and(eq(person.unitId, unitId), eq(person.role, 'subject'), eq(person.fileKind, 'investigation')));
  const others = subjects
    .filter(({ id }) => !charged.has(id))
    .map(({ fileId, name, birthDate, ageBand }) => ({ fileId, name, birthDate, ageBand }));
  return groupsBy(others, ({ fileId }) => fileId);
}

/** The unit's files as the statistics see them. */
async function incidentsOf(db: Db, unitId: UnitId): Promise<readonly Incident[]> {
  const outcomes = new Map((await reasonsInForce(db)).map(({ code, outcome }) => [code, outcome]));
  const files = await db
    .select({ file: investigation, cleared: clearance })
    .from(investigation)
    .leftJoin(clearance, eq(clearance.investigationId, investigation.id))
    .where(eq(investigation.unitId, unitId));
  const offences = groupsBy(
    await db.select().from(fileOffence).where(eq(fileOffence.unitId, unitId)),
    ({ investigationId }) => investigationId,
  );
  const others = await notCharged(db, unitId);
  return files.map(({ file, cleared }): Incident => {
    const [first = null] = (offences.get(file.id) ?? []).map(({ firstOn }) => firstOn).sort();
    return {
      id: file.id,
      openedOn: file.openedOn,
      clearance: cleared && {
        founded: cleared.founded,
        outcome: cleared.reason === null ? null : (outcomes.get(cleared.reason) ?? null),
        on: cleared.on,
      },
      offenceOn: first,
      notCharged: others.get(file.id) ?? [],
    };
  });
}

async function chargedInYear(db: Db, unitId: UnitId, year: number) {
  const days = [`${String(year)}-01-01` as CivilDate, `${String(year)}-12-31` as CivilDate] as const;
  return (await chargedIn(db, unitId, days)).charged;
}

/** The statistics of the unit's files in each of the calendar years. */
export async function policeStatistics(
  db: Db,
  unitId: UnitId,
  years: readonly number[],
): Promise<readonly YearOfStatistics[]> {
  const incidents = await incidentsOf(db, unitId);
  const counted: YearOfStatistics[] = [];
  for (const year of years)
    counted.push(statisticsOf({ year, incidents, charged: await chargedInYear(db, unitId, year) }));
  return counted;
}

/** A page of the files that one statistic of a year counts. */
export async function statisticRows(
  { db, counted }: { readonly db: Db; readonly counted: Db },
  { unitId, year, statistic, ...page }: ParsedInput<'clearance.rows'>,
): Promise<Output<'clearance.rows'>> {
  const [incidents, charged] = [await incidentsOf(counted, unitId), await chargedInYear(counted, unitId, year)];
  return pageOfFiles(db, [unitId], countedFiles({ year, incidents, charged })[statistic], page);
}
