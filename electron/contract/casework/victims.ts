import { z } from 'zod';
import { byFilteredUnit, byInvestigation, cases } from '../ground/access.ts';
import { supportOutcome } from '../ground/codes.ts';
import { line, nothing, version } from '../ground/common.ts';
import { civilDate, quarter } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { investigationId, supportReferralId, unitId } from '../ground/ids.ts';
import { changeReason } from './corrections.ts';
import { countedRows, pageOfRows } from './operations.ts';

const changesFile = { ...byInvestigation, touches: ['persons', 'backlog'] } as const;
const byUnit = { workspace: 'unit', scope: { unit: 'unitId' } } as const;

export const supportService = z.enum([
  'child_protection',
  'victim_services',
  'counselling',
  'health',
  'school',
  'other',
]);
export type SupportService = z.infer<typeof supportService>;

/** What the service answered and when; both null while it has not. */
const answer = { outcome: supportOutcome.nullable(), answeredOn: civilDate.nullable() };

export const supportCount = z.object({
  unitId,
  quarter,
  /** Made in the quarter, and of these those that the service accepted, declined and has not answered to this day. */
  referrals: z.int(),
  accepted: z.int(),
  declined: z.int(),
  noAnswer: z.int(),
});
export type SupportCount = z.infer<typeof supportCount>;

export const supportFigure = supportCount.omit({ unitId: true, quarter: true }).keyof();
export type SupportFigure = z.infer<typeof supportFigure>;

/** Lenses of the tallies. First Nations, Inuit and Métis are distinct, never one category. */
export const tallyLenses = {
  gender: ['woman_girl', 'man_boy', 'non_binary'],
  indigenous: ['first_nations', 'inuit', 'metis', 'none'],
  racialised: ['yes', 'no'],
  language_barrier: ['yes', 'no'],
  disability: ['yes', 'no'],
  newcomer: ['yes', 'no'],
  two_spirit_lgbtqi: ['yes', 'no'],
  in_care: ['yes', 'no'],
  remote: ['yes', 'no'],
  internet_access: ['limited', 'usual'],
} as const;
export type TallyLens = keyof typeof tallyLenses;
export const tallyLens = z.enum(Object.keys(tallyLenses) as [TallyLens, ...TallyLens[]]);

export const tallyMethod = z.enum(['self_identified', 'officer_perceived', 'other_record', 'unknown']);
export type TallyMethod = z.infer<typeof tallyMethod>;

const tally = z
  .object({ lens: tallyLens, category: z.string(), method: tallyMethod, count: z.int().min(0).max(9999) })
  .refine(({ lens, category }) => (tallyLenses[lens] as readonly string[]).includes(category), {
    path: ['category'],
    error: 'invalid_value',
  });
export type Tally = z.infer<typeof tally>;

export const victimMethods = {
  'support.list': read(
    z.object({ investigationId }),
    z.object({
      referrals: z.array(
        z.object({ id: supportReferralId, version, referredOn: civilDate, service: supportService, ...answer }),
      ),
    }),
    { ...byInvestigation, audited: 'part' },
  ),
  'support.add': write(
    z.object({ investigationId, referredOn: civilDate, service: supportService }),
    z.object({ id: supportReferralId }),
    changesFile,
  ),
  /** Puts right what was recorded of it. */
  'support.change': write(
    z.object({
      investigationId,
      supportId: supportReferralId,
      version,
      referredOn: civilDate,
      service: supportService,
      ...changeReason,
    }),
    z.object({ version }),
    changesFile,
  ),
  /** Records what the service answered, or takes that back with null. */
  'support.answer': write(
    z.object({
      investigationId,
      supportId: supportReferralId,
      version,
      answer: z.object({ outcome: supportOutcome, answeredOn: civilDate }).nullable(),
      ...changeReason,
    }),
    z.object({ version }),
    changesFile,
  ),
  /** Of the last eight quarters, by unit: the referrals made, and what was answered to them since. */
  'support.counts': read(
    z.object({ filter: z.object({ unitId: unitId.optional() }) }),
    z.object({ rows: z.array(supportCount) }),
    { ...byFilteredUnit, audited: { not: 'figures' } },
  ),
  /** The files behind one of those counts, latest first, with how many of the referrals were made in each. */
  'support.rows': read(z.object({ unitId, quarter, figure: supportFigure, ...pageOfRows }), countedRows, {
    ...cases,
    ...byUnit,
    audited: 'rows',
  }),
  'tallies.get': read(
    z.object({ unitId, quarter }),
    z.object({
      policy: z.object({ enabled: z.boolean(), authority: z.string(), decidedOn: civilDate, version }).nullable(),
      tallies: z.array(tally),
      /** Victims identified in the quarter: where they are few, a table may name them. */
      victims: z.int().min(0),
      /** The number under which the workspace counts them as few. */
      few: z.int(),
      isSmall: z.boolean(),
    }),
    { roles: ['supervisor'], ...byUnit, audited: { not: 'figures' } },
  ),
  /** States under which policy or authority the unit keeps tallies, or switches them off. */
  'tallies.setPolicy': write(
    z.object({ unitId, version: version.nullable(), enabled: z.boolean(), authority: line(300), decidedOn: civilDate }),
    nothing,
    { roles: ['supervisor'], ...byUnit, touches: ['persons'] },
  ),
  /** The quarter's tallies as a whole, in place of the existing ones. Refused while the unit's policy does not say so. */
  'tallies.save': write(z.object({ unitId, quarter, tallies: z.array(tally).max(200) }), nothing, {
    roles: ['supervisor'],
    ...byUnit,
    touches: ['persons'],
  }),
};
