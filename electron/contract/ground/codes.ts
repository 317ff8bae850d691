import { z } from 'zod';

/** Code lists shared by the store, the screens and the exports. Their labels are in the glossary (`electron/contract/words/`). */

export const workspaceKind = z.enum(['unit', 'coordination']);
export type WorkspaceKind = z.infer<typeof workspaceKind>;

export const role = z.enum(['investigator', 'supervisor', 'coordinator', 'administrator', 'records_officer']);
export type Role = z.infer<typeof role>;

/** Of whom two are needed for what one person may not do alone. */
export const decidingRoles = ['administrator', 'supervisor', 'records_officer'] as const satisfies readonly Role[];

/** Who chose a passphrase: its owner, the person who made the account, or the one who reset it. */
export type PassphraseBy = 'self' | 'creator' | 'reset';

/** What waits for a second person; the last two were done by one and wait to be confirmed. */
export const waitingKind = z.enum(['grant', 'disable', 'recovery', 'restore']);
export type WaitingKind = z.infer<typeof waitingKind>;

/** Where a referral came from. */
export const referralSource = z.enum([
  'ncecc',
  'cybertip',
  'mandatory_report',
  'other_service',
  'public',
  'school',
  'child_welfare',
  'border_services',
  'victim_identification',
  'other',
]);
export type ReferralSource = z.infer<typeof referralSource>;

/** The unit's own risk band; `imminent` is counted in hours. */
export const riskBand = z.enum(['imminent', 'very_high', 'high', 'medium', 'low']);
export type RiskBand = z.infer<typeof riskBand>;

/** What may take so long and no longer: a first action in each band, and the decision about imminent danger; that of an older referral from its import. */
export const periodCode = z.enum([...riskBand.options, 'danger_decision', 'imported_decision']);
export type PeriodCode = z.infer<typeof periodCode>;

export const periodMeasure = z.enum(['hours', 'days']);
export type PeriodMeasure = z.infer<typeof periodMeasure>;

/** Whether a child may be identified from the referral. */
export const identifiable = z.enum(['yes', 'no', 'unknown']);
export type Identifiable = z.infer<typeof identifiable>;

/** Why a child is in danger no longer. */
export const dangerEnd = z.enum(['child_located', 'child_safe', 'transferred_accepted', 'entered_in_error']);
export type DangerEnd = z.infer<typeof dangerEnd>;

/** Which new fact makes a referral be scored again. */
export const rescoreReason = z.enum(['bundled', 'facts', 'identifier', 'danger', 'reopened']);
export type RescoreReason = z.infer<typeof rescoreReason>;

export const checkKind = z.enum(['records', 'subscriber', 'open_source', 'deconfliction']);
export type CheckKind = z.infer<typeof checkKind>;

export const referralState = z.enum([
  'received',
  'triaged',
  'assigned',
  'bundled',
  'linked',
  'concluded',
  'not_viable',
  'information_only',
  'transferred_out',
]);
export type ReferralState = z.infer<typeof referralState>;

/** A referral is an open file in these states only (what is bundled or linked is counted under its head). */
export const openReferralStates = ['received', 'triaged', 'assigned'] as const satisfies readonly ReferralState[];

export const waitingState = z.enum(['unassigned', 'active', 'provider', 'lab', 'other_service', 'crown_or_court']);
export type WaitingState = z.infer<typeof waitingState>;

/** The ledger's terms, in the order of the balance: opening plus the first five and the last, minus the others, is the closing. */
export const ledgerTerm = z.enum([
  'received',
  'proactive',
  'reopened',
  'returned',
  'transferred_in',
  'concluded',
  'administrative',
  'to_court',
  'transferred_out',
  'reclassified',
]);
export type LedgerTerm = z.infer<typeof ledgerTerm>;

/** The sign with which a term enters the closing backlog; `reclassified` carries its own. */
export const ledgerSign = {
  received: 1,
  proactive: 1,
  reopened: 1,
  returned: 1,
  transferred_in: 1,
  concluded: -1,
  administrative: -1,
  to_court: -1,
  transferred_out: -1,
  reclassified: 1,
} as const satisfies Record<LedgerTerm, 1 | -1>;

export const outcomeMeasure = z.enum([
  'investigations_opened',
  'investigations_concluded',
  'arrests',
  'charges_laid',
  'referrals_bundled',
]);
export type OutcomeMeasure = z.infer<typeof outcomeMeasure>;

/**
 * Outside the ledger: investigations concluded while with Crown or court, which are not a flow of a backlog that leaves those out. With it
 * the months can be recomputed by the other definition.
 */
export const courtMeasure = z.literal('concluded_at_court');
export type CourtMeasure = z.infer<typeof courtMeasure>;

/**
 * Counts of the files of a month other than the ledger and the outcomes. A unit may not count them all, and older packs lack them: a month
 * without one says nothing of it, and it is zero only where that was confirmed.
 */
export const caseMeasure = z.enum([
  'persons_charged',
  'dispositions',
  'authorizations',
  'victims_identified',
  'victims_safeguarded',
  'devices_seized',
  'devices_examined',
  'support_referrals',
  'partner_services',
]);
export type CaseMeasure = z.infer<typeof caseMeasure>;

/** Staffing measures: persons in full-time equivalents in post at the end of the month; overtime in hours. */
export const staffingMeasure = z.enum(['fte_base', 'fte_funded', 'overtime_base_hours', 'overtime_funded_hours']);
export type StaffingMeasure = z.infer<typeof staffingMeasure>;

/** What `unit_month` keeps. `backlog_opening` is there once, in the month before which nothing is recorded. */
export const measure = z.enum([
  'backlog_opening',
  ...ledgerTerm.options,
  ...outcomeMeasure.options,
  courtMeasure.value,
  ...caseMeasure.options,
  ...staffingMeasure.options,
]);
export type Measure = z.infer<typeof measure>;

/** Blank is never zero: a value of null is one of the last two but `zero_confirmed`. */
export const valueStatus = z.enum(['complete', 'partial', 'not_available', 'zero_confirmed']);
export type ValueStatus = z.infer<typeof valueStatus>;

export const valueSource = z.enum(['counted', 'declared']);
export type ValueSource = z.infer<typeof valueSource>;

export const chargeStage = z.enum(['recommended', 'approved', 'laid']);
export type ChargeStage = z.infer<typeof chargeStage>;

/** How a charge laid ended. */
export const disposition = z.enum([
  'guilty',
  'acquitted',
  'withdrawn',
  'stayed',
  'dismissed',
  'not_criminally_responsible',
  'extrajudicial',
  'other',
]);
export type Disposition = z.infer<typeof disposition>;

/** The part of a person in a file. */
export const personRole = z.enum(['subject', 'complainant', 'victim', 'witness']);
export type PersonRole = z.infer<typeof personRole>;

/** Of persons: the lines that the law and the statistics draw. */
export const ageBand = z.enum(['0_11', '12_13', '14_15', '16_17', '18_plus', 'unknown']);
export type AgeBand = z.infer<typeof ageBand>;

/** As the person says; never inferred. */
export const gender = z.enum(['woman_girl', 'man_boy', 'non_binary', 'unknown', 'not_asked']);
export type Gender = z.infer<typeof gender>;

export const identifierKind = z.enum(['email', 'handle', 'phone', 'ip', 'url', 'device', 'other']);
export type IdentifierKind = z.infer<typeof identifierKind>;

export const deviceKind = z.enum(['computer', 'phone', 'tablet', 'storage', 'console', 'camera', 'network', 'other']);
export type DeviceKind = z.infer<typeof deviceKind>;

/** State of a device, from its dates. */
export const deviceState = z.enum(['held', 'queued', 'examining', 'examined', 'ended']);
export type DeviceState = z.infer<typeof deviceState>;

/** How a device left the unit; one entered in error was never there and counts nowhere. */
export const deviceEnd = z.enum(['returned', 'forfeited', 'destroyed', 'handed_over', 'entered_in_error']);
export type DeviceEnd = z.infer<typeof deviceEnd>;

/** The role of another service in a file. */
export const partnerRole = z.enum([
  'joint_investigation',
  'local_assistance',
  'forensics',
  'intelligence',
  'support',
  'other',
]);
export type PartnerRole = z.infer<typeof partnerRole>;

/** What a service answered to a victim’s referral. */
export const supportOutcome = z.enum(['accepted', 'declined']);
export type SupportOutcome = z.infer<typeof supportOutcome>;

/** What a court sits for. */
export const hearingKind = z.enum([
  'first_appearance',
  'bail_hearing',
  'preliminary_inquiry',
  'pretrial_conference',
  'plea',
  'trial',
  'sentencing',
  'application',
  'other',
]);
export type HearingKind = z.infer<typeof hearingKind>;

/** What became of a hearing. */
export const hearingOutcome = z.enum(['held', 'adjourned', 'cancelled', 'warrant_issued']);
export type HearingOutcome = z.infer<typeof hearingOutcome>;

/** Kinds of record that can be put right, as the audit names them. */
export const correctedRecord = z.enum([
  'investigation',
  'referral',
  'person',
  'identifier',
  'offence',
  'authority',
  'device',
  'arrest',
  'charge',
  'support_referral',
  'hearing',
  'transfer',
]);
export type CorrectedRecord = z.infer<typeof correctedRecord>;

/** `restored`: what had been entered in error by mistake is there again. */
export const correctionAct = z.enum(['corrected', 'entered_in_error', 'restored']);
export type CorrectionAct = z.infer<typeof correctionAct>;

export const transferState = z.enum(['pending', 'accepted', 'refused', 'withdrawn']);
export type TransferState = z.infer<typeof transferState>;

/** Of an exchange of keyed hashes: the other side's key is awaited, files go to and fro, its day has passed, it was ended. */
export const exchangeState = z.enum(['awaiting_key', 'open', 'expired', 'ended']);
export type ExchangeState = z.infer<typeof exchangeState>;

export const locale = z.enum(['en', 'fr']);
export type Locale = z.infer<typeof locale>;

/** By which Intl writes numbers and days. */
export const languageTag = { en: 'en-CA', fr: 'fr-CA' } as const satisfies Record<Locale, string>;
