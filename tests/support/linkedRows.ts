import type { ReadDb } from '../../db/ground/kernel/database.ts';
import { authority } from '../../db/ground/schema/unit/authorities.ts';
import { device } from '../../db/ground/schema/unit/devices.ts';
import {
  arrest,
  charge,
  investigation,
  investigationEvent,
  referralInvestigation,
} from '../../db/ground/schema/unit/investigations.ts';
import { clearance, fileOffence, supportReferral } from '../../db/ground/schema/unit/offences.ts';
import { paper } from '../../db/ground/schema/unit/papers.ts';
import { identifier, person } from '../../db/ground/schema/unit/persons.ts';
import { referral, referralEvent } from '../../db/ground/schema/unit/referrals.ts';
import { task } from '../../db/ground/schema/unit/tasks.ts';
import { dangerDecision, protectionNotice, referralCheck, referralScore } from '../../db/ground/schema/unit/triage.ts';
import type { Linked } from './linkedDates.ts';

/** The rows of a unit workspace whose dates are linked. */
export async function readLinked(db: ReadDb): Promise<Linked> {
  return {
    referrals: await db.select().from(referral),
    referralEvents: await db.select().from(referralEvent).orderBy(referralEvent.position),
    scores: await db.select().from(referralScore),
    decisions: await db.select().from(dangerDecision).orderBy(dangerDecision.position),
    notices: await db.select().from(protectionNotice),
    checks: await db.select().from(referralCheck),
    investigations: await db.select().from(investigation),
    investigationEvents: await db.select().from(investigationEvent).orderBy(investigationEvent.position),
    links: await db.select().from(referralInvestigation),
    arrests: await db.select().from(arrest),
    charges: await db.select().from(charge),
    persons: await db.select().from(person),
    identifiers: await db.select().from(identifier),
    offences: await db.select().from(fileOffence),
    clearances: await db.select().from(clearance),
    supports: await db.select().from(supportReferral),
    authorities: await db.select().from(authority),
    devices: await db.select().from(device),
    papers: await db.select().from(paper),
    tasks: await db.select().from(task),
  };
}
