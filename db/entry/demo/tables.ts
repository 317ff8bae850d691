import type { ReferralId, UnitId, UserId } from '#contract/ground/ids';
import type { Entry } from '../../ledger/ledger/rules.ts';
import type { NewId } from '../../ground/kernel/ids.ts';
import type {
  arrest,
  charge,
  investigation,
  investigationEvent,
  referralInvestigation,
} from '../../ground/schema/unit/investigations.ts';
import type { clearance, fileOffence, supportReferral } from '../../ground/schema/unit/offences.ts';
import type { identifier, person } from '../../ground/schema/unit/persons.ts';
import type { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import type {
  dangerDecision,
  protectionNotice,
  referralCheck,
  referralScore,
} from '../../ground/schema/unit/triage.ts';
import type { Chance } from './chance.ts';
import type { DemonstrationDays } from './days.ts';

export interface Rows {
  readonly referrals: (typeof referral.$inferInsert)[];
  readonly referralEvents: (typeof referralEvent.$inferInsert)[];
  readonly scores: (typeof referralScore.$inferInsert)[];
  readonly decisions: (typeof dangerDecision.$inferInsert)[];
  readonly notices: (typeof protectionNotice.$inferInsert)[];
  readonly checks: (typeof referralCheck.$inferInsert)[];
  readonly investigations: (typeof investigation.$inferInsert)[];
  readonly investigationEvents: (typeof investigationEvent.$inferInsert)[];
  readonly links: (typeof referralInvestigation.$inferInsert)[];
  readonly arrests: (typeof arrest.$inferInsert)[];
  readonly charges: (typeof charge.$inferSelect)[];
  readonly persons: (typeof person.$inferSelect)[];
  readonly identifiers: (typeof identifier.$inferInsert)[];
  readonly offences: (typeof fileOffence.$inferInsert)[];
  readonly clearances: (typeof clearance.$inferInsert)[];
  readonly supports: (typeof supportReferral.$inferInsert)[];
  readonly entries: {
    readonly fileKind: 'referral' | 'investigation';
    readonly fileId: string;
    readonly unitId: UnitId;
    readonly entry: Entry;
  }[];
}

export interface Desk {
  readonly days: DemonstrationDays;
  readonly unitId: UnitId;
  readonly officers: readonly UserId[];
  readonly newId: NewId;
  readonly chance: Chance;
  /** Draws of its own, so that triage changes nothing of the files' lives. */
  readonly triage: Chance;
  readonly now: number;
  readonly numbers: Map<string, number>;
  /** The latest referral that may head a bundle. */
  head: ReferralId | null;
}

export const emptyRows = (): Rows => ({
  referrals: [],
  referralEvents: [],
  scores: [],
  decisions: [],
  notices: [],
  checks: [],
  investigations: [],
  investigationEvents: [],
  links: [],
  arrests: [],
  charges: [],
  persons: [],
  identifiers: [],
  offences: [],
  clearances: [],
  supports: [],
  entries: [],
});
