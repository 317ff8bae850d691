import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { AuthorityKind } from '#contract/casework/clocks';
import type { InvestigationId } from '#contract/ground/ids';
import type { OpenItem } from '#contract/casework/investigations';
import type { AuthorityRecord } from '../authorities/rows.ts';
import { kindOf } from '../clocks/catalogue.ts';
import { catalogueInForce } from '../offences/catalogue.ts';
import { isOfCatalogue } from '../offences/rules.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { charge, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { clearance, fileOffence } from '../../ground/schema/unit/offences.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { owedBy } from '../referrals/triage/danger.ts';

function isOpen({ opens }: AuthorityKind, row: AuthorityRecord, parent: AuthorityRecord | undefined): boolean {
  if (opens === null || row.endedOn !== null) return false;
  // What was produced under an order is not detained.
  if (parent !== undefined && kindOf(parent.kind).resultsAreProduced) return false;
  return opens === 'until_ended' || row.doneOn === null;
}

type Db = Pick<ReadDb, 'select'>;

/** What its referrals owe: the decision about imminent danger, and word to child protection. */
async function owedByReferrals(db: Db, investigationId: InvestigationId): Promise<OpenItem[]> {
  const linked = await db
    .select({ row: referral })
    .from(referral)
    .innerJoin(referralInvestigation, eq(referralInvestigation.referralId, referral.id))
    .where(and(eq(referralInvestigation.investigationId, investigationId), isNotNull(referral.decisionFrom)))
    .orderBy(asc(referral.receivedOn), asc(referral.id));
  return owedBy(
    db,
    linked.map(({ row }) => row),
  );
}

async function openAuthorities(db: Db, investigationId: InvestigationId): Promise<OpenItem[]> {
  const rows = await db
    .select()
    .from(authority)
    .where(eq(authority.investigationId, investigationId))
    .orderBy(asc(authority.startedOn), asc(authority.id));
  const byId = new Map<string, AuthorityRecord>(rows.map((row) => [row.id, row]));
  return rows
    .filter((row) => isOpen(kindOf(row.kind), row, byId.get(row.underId ?? '')))
    .map((row) => ({
      kind: 'authority',
      id: row.id,
      name: kindOf(row.kind).name,
      on: row.startedOn,
    }));
}

async function openCharges(db: Db, investigationId: InvestigationId): Promise<OpenItem[]> {
  const rows = await db
    .select()
    .from(charge)
    .where(and(eq(charge.investigationId, investigationId), eq(charge.stage, 'laid'), isNull(charge.disposition)))
    .orderBy(asc(charge.laidOn), asc(charge.id));
  return rows.map(({ id, section, laidOn }) => ({
    kind: 'charge',
    id,
    section,
    on: laidOn,
  }));
}

async function unexaminedDevices(db: Db, investigationId: InvestigationId): Promise<OpenItem[]> {
  const rows = await db
    .select()
    .from(device)
    .where(and(eq(device.investigationId, investigationId), isNull(device.examinedOn), isNull(device.endedOn)))
    .orderBy(asc(device.seizedOn), asc(device.id));
  return rows.map(({ id, kind, count, seizedOn }) => ({
    kind: 'device',
    id,
    device: kind,
    count,
    on: seizedOn,
  }));
}

async function openTasks(db: Db, investigationId: InvestigationId): Promise<OpenItem[]> {
  const rows = await db
    .select()
    .from(task)
    .where(and(eq(task.investigationId, investigationId), isNull(task.doneOn)))
    .orderBy(asc(task.addedOn), asc(task.id));
  return rows.map(({ id, what, addedOn }) => ({ kind: 'task', id, what, on: addedOn }));
}

/** Charges laid need the offence that they are about and, as offences do, how the file is cleared. */
async function missingStatistics(db: Db, investigationId: InvestigationId): Promise<OpenItem[]> {
  const [offence] = await db
    .select({ on: fileOffence.firstOn })
    .from(fileOffence)
    .where(eq(fileOffence.investigationId, investigationId))
    .orderBy(asc(fileOffence.firstOn))
    .limit(1);
  const laid = await db
    .select({ section: charge.section, on: charge.laidOn })
    .from(charge)
    .where(and(eq(charge.investigationId, investigationId), eq(charge.stage, 'laid')))
    .orderBy(asc(charge.laidOn), asc(charge.id));
  const on = offence?.on ?? laid[0]?.on;
  if (on === undefined) return [];
  const [recorded] = await db
    .select({ on: clearance.on })
    .from(clearance)
    .where(eq(clearance.investigationId, investigationId));
  const items: OpenItem[] = recorded ? [] : [{ kind: 'clearance', id: investigationId, on }];
  if (offence !== undefined) return items;
  // Only an offence of the catalogue can be recorded.
  const catalogue = await catalogueInForce(db);
  const known = laid.find(({ section }) => isOfCatalogue(catalogue, section));
  return known === undefined ? items : [{ kind: 'offence', id: investigationId, ...known }, ...items];
}

/** Each kind of thing that keeps a file open: a feature that has another adds its line here. */
const sources = [
  openAuthorities,
  openCharges,
  unexaminedDevices,
  openTasks,
  owedByReferrals,
  missingStatistics,
] as const;

/** What still prevents concluding a file, kind by kind, each in the order of its dates. */
export async function openItems(db: Db, investigationId: InvestigationId): Promise<OpenItem[]> {
  const items: OpenItem[] = [];
  for (const source of sources) items.push(...(await source(db, investigationId)));
  return items;
}
