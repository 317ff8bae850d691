import { and, asc, eq, isNull, lte, notInArray } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CivilDate } from '#contract/ground/dates';
import type { CaseFile, UnitId } from '#contract/ground/ids';
import type { RetentionClass, RetentionDate } from '#contract/custody/retention';
import { caseFileOf } from '../../casework/files/caseFile.ts';
import { ageGroupOf } from '../../casework/persons/age.ts';
import { addMonths } from '../../casework/clocks/civil.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { addDays } from '../../ground/kernel/days.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { arrest, charge, investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { clearance, fileOffence } from '../../ground/schema/unit/offences.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { retentionRule } from '../../ground/schema/unit/retention.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { classesOf, inForceOn, keptUntil, type ClassedFile, type RuleInForce } from './rules.ts';

type Db = Pick<ReadDb, 'select'>;

/** The longest reminder of a date that is years away. */
export const warningDays = 30;

export async function rulesInForce(db: Db, today: CivilDate): Promise<readonly RuleInForce[]> {
  const rows = await db.select().from(retentionRule);
  return inForceOn(rows, today).flatMap(({ unitId, class: of, offence, years }) =>
    years === null ? [] : [{ unitId, class: of as RetentionClass, offence, years }],
  );
}

export interface KeptFile {
  readonly file: CaseFile;
  readonly number: string;
  readonly unitId: UnitId;
  readonly concludedOn: CivilDate;
  readonly keptUntil: RetentionDate;
}

interface Concluded {
  readonly id: string;
  readonly number: string;
  readonly unitId: UnitId;
  readonly concludedOn: CivilDate;
}

async function classed(db: Db, files: readonly Concluded[]): Promise<readonly (Concluded & ClassedFile)[]> {
  const ids = files.map(({ id }) => id);
  const within = <T extends { readonly investigationId: string }>(rows: readonly T[]) =>
    groupsBy(rows, ({ investigationId }) => investigationId);
  const charges = within(
    (
      await db
        .select({ row: charge, accused: person })
        .from(charge)
        .leftJoin(person, eq(person.id, charge.personId))
        .where(and(isAmong(charge.investigationId, ids), eq(charge.stage, 'laid')))
    ).map(({ row, accused }) => ({ ...row, accused })),
  );
  const arrests = within(await db.select().from(arrest).where(isAmong(arrest.investigationId, ids)));
  const offences = within(await db.select().from(fileOffence).where(isAmong(fileOffence.investigationId, ids)));
  const cleared = within(await db.select().from(clearance).where(isAmong(clearance.investigationId, ids)));
  return files.map((file) => {
    const laid = charges.get(file.id) ?? [];
    const isYoung = laid.some(
      ({ accused, offenceOn }) =>
        accused !== null &&
        ageGroupOf({ name: null, birthDate: accused.birthDate, ageBand: accused.ageBand }, offenceOn) === 'youth',
    );
    return {
      ...file,
      classes: classesOf({
        isYouth: isYoung || (arrests.get(file.id) ?? []).some(({ youth }) => youth),
        isConvicted: laid.some(({ disposition }) => disposition === 'guilty'),
        isCharged: laid.length > 0,
        isUnfounded: (cleared.get(file.id) ?? []).some(({ founded }) => !founded),
      }),
      offences: new Set((offences.get(file.id) ?? []).map(({ offence }) => offence)),
    };
  });
}

function withDates(
  kind: CaseFile['kind'],
  files: readonly (Concluded & ClassedFile)[],
  rules: readonly RuleInForce[],
): readonly KeptFile[] {
  return files.flatMap((file) => {
    const until = keptUntil(file, rules);
    const { id, number, unitId, concludedOn } = file;
    return until === null ? [] : [{ file: caseFileOf(kind, id), number, unitId, concludedOn, keptUntil: until }];
  });
}

/** What is sealed is kept as it is: it is given back before it is purged. */
const notSealed = (db: Db) => db.select({ id: sealedItem.itemId }).from(sealedItem);

const onlyThese = (column: SQLiteColumn, only: readonly string[] | null) =>
  only === null ? undefined : isAmong(column, only);

async function concludedFiles(db: Db, until: CivilDate, only: readonly string[] | null): Promise<readonly Concluded[]> {
  const rows = await db
    .select()
    .from(investigation)
    .where(
      and(
        eq(investigation.open, false),
        lte(investigation.concludedOn, until),
        notInArray(investigation.id, notSealed(db)),
        onlyThese(investigation.id, only),
      ),
    );
  return rows.map(({ id, number, unitId, concludedOn }) => ({
    id,
    number,
    unitId,
    concludedOn: concludedOn as CivilDate,
  }));
}

/** Closed referrals that are under no other and went into no file. */
async function closedReferrals(
  db: Db,
  until: CivilDate,
  only: readonly string[] | null,
): Promise<readonly Concluded[]> {
  const linked = db.select({ id: referralInvestigation.referralId }).from(referralInvestigation);
  const rows = await db
    .select({
      id: referral.id,
      number: referral.number,
      unitId: referral.unitId,
      stateOn: referral.stateOn,
      stateOnLatest: referral.stateOnLatest,
    })
    .from(referral)
    .where(
      and(
        eq(referral.open, false),
        isNull(referral.bundledUnder),
        lte(referral.stateOn, until),
        notInArray(referral.id, linked),
        notInArray(referral.id, notSealed(db)),
        onlyThese(referral.id, only),
      ),
    )
    .orderBy(asc(referral.stateOn));
  // Nothing is purged by a guess: where the day is not known, retention counts from the last that it may have been.
  return rows
    .map(({ stateOn, stateOnLatest, ...row }) => ({ ...row, concludedOn: stateOnLatest ?? stateOn }))
    .filter(({ concludedOn }) => concludedOn <= until);
}

const ofReferral: ReadonlySet<RetentionClass> = new Set<RetentionClass>(['any', 'referral']);

/**
 * The concluded files of the units with the day until which their rules keep them. A file that is open, or that no rule speaks of, has none.
 * @param until leaves out the files whose time lasts longer; null: all
 * @param only these ids; null: all
 */
export async function keptFiles(
  db: Db,
  {
    today,
    until,
    only,
  }: { readonly today: CivilDate; readonly until: CivilDate | null; readonly only: readonly string[] | null },
): Promise<readonly KeptFile[]> {
  const rules = await rulesInForce(db, today);
  if (rules.length === 0) return [];
  // No file can be due whose conclusion is nearer than the shortest of the rules.
  const shortest = Math.min(...rules.map(({ years }) => years));
  const last = until === null ? today : addMonths(addDays(until, 3), -12 * shortest);
  const files = await classed(db, await concludedFiles(db, last, only));
  const forReferrals = rules.some((rule) => ofReferral.has(rule.class) && rule.offence === '');
  const referrals = forReferrals ? await closedReferrals(db, last, only) : [];
  const kept = [
    ...withDates('investigation', files, rules),
    ...withDates(
      'referral',
      referrals.map((row) => ({ ...row, classes: ofReferral, offences: new Set<string>() })),
      rules,
    ),
  ];
  return until === null ? kept : kept.filter((each) => each.keptUntil.on <= until);
}
