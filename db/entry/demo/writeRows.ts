import type { UnitId } from '#contract/ground/ids';
import type { Measure } from '#contract/ground/codes';
import { monthOf, type Month } from '#contract/ground/dates';
import { countedCharges } from '../../casework/charges/rules.ts';
import { addToMonth } from '../../ledger/ledger/moveMonths.ts';
import { toPersonFacts } from '../../casework/persons/rows.ts';
import { countedOf } from '../../casework/persons/rules.ts';
import {
  arrest,
  charge,
  investigation,
  investigationEvent,
  referralInvestigation,
} from '../../ground/schema/unit/investigations.ts';
import { ledgerEntry } from '../../ground/schema/unit/ledger.ts';
import { clearance, fileOffence, supportReferral } from '../../ground/schema/unit/offences.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { numberCounter, referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import { dangerDecision, protectionNotice, referralCheck, referralScore } from '../../ground/schema/unit/triage.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Rows } from './tables.ts';
import { insertAll } from '../../ground/kernel/insertAll.ts';

/** Writes what the stories left, and moves the months as the application would have. */
export async function writeRows(tx: WriteTx, rows: Rows, numbers: ReadonlyMap<string, number>): Promise<void> {
  await insertAll(tx, referral, rows.referrals);
  await insertAll(tx, referralEvent, rows.referralEvents);
  await insertAll(tx, referralScore, rows.scores);
  await insertAll(tx, dangerDecision, rows.decisions);
  await insertAll(tx, protectionNotice, rows.notices);
  await insertAll(tx, referralCheck, rows.checks);
  await insertAll(tx, investigation, rows.investigations);
  await insertAll(tx, investigationEvent, rows.investigationEvents);
  await insertAll(tx, referralInvestigation, rows.links);
  await insertAll(tx, arrest, rows.arrests);
  await insertAll(tx, charge, rows.charges);
  await insertAll(tx, person, rows.persons);
  await insertAll(tx, identifier, rows.identifiers);
  await insertAll(tx, fileOffence, rows.offences);
  await insertAll(tx, clearance, rows.clearances);
  await insertAll(tx, supportReferral, rows.supports);
  await insertAll(
    tx,
    ledgerEntry,
    rows.entries.map(({ entry, ...file }) => ({ ...file, on: entry.on, term: entry.term, amount: entry.amount })),
  );
  await insertAll(
    tx,
    numberCounter,
    [...numbers].map(([key, next]) => ({ key, next })),
  );
  for (const [key, amount] of monthSums(rows)) {
    const [unitId, measure, month] = key.split(' ') as [UnitId, Measure, Month];
    if (amount !== 0) await addToMonth(tx, unitId, measure, month, amount);
  }
}

function monthSums(rows: Rows): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (unitId: string, measure: Measure, month: Month, amount: number): void => {
    const key = `${unitId} ${measure} ${month}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  };
  for (const { unitId, entry } of rows.entries) add(unitId, entry.term, monthOf(entry.on), entry.amount);
  for (const each of rows.arrests) add(each.unitId, 'arrests', each.arrestedOn.slice(0, 7) as Month, 1);
  for (const [unitId, charges] of chargesByFile(rows))
    for (const { measure, month, amount } of countedCharges(charges)) add(unitId, measure, month, amount);
  for (const each of rows.persons)
    for (const { measure, month, amount } of countedOf(toPersonFacts(each))) add(each.unitId, measure, month, amount);
  for (const each of rows.supports) add(each.unitId, 'support_referrals', each.referredOn.slice(0, 7) as Month, 1);
  return sums;
}

function chargesByFile({ charges }: Rows): (readonly [unitId: string, charges: Rows['charges']])[] {
  const files = new Map<string, Rows['charges']>();
  for (const each of charges) {
    const held = files.get(each.investigationId);
    if (held) held.push(each);
    else files.set(each.investigationId, [each]);
  }
  return [...files.values()].map((all) => [all[0]?.unitId ?? '', all]);
}
