import { z } from 'zod';
import { civilDate } from '../ground/dates.ts';

/** A text of the catalogue of legal authorities or of a derivation, in both languages. */
const words = z.object({ en: z.string(), fr: z.string() });
export type Words = z.infer<typeof words>;

const named = z.object({ code: z.string(), name: words });

/** Fields that a record of a kind may have in addition to its first day. */
export const authorityField = z.enum(['reference', 'heldBy', 'concerning', 'servedOn', 'dueOn', 'doneOn']);

/** A kind of dated legal record: data of the catalogue, so that a new statute needs no new release. */
export const authorityKind = z.object({
  code: z.string(),
  group: z.enum(['preservation', 'production', 'search', 'detention', 'court', 'notice', 'youth']),
  /** Section, as each language cites it; null where no text is cited. */
  cite: words.nullable(),
  name: words,
  form: z.string().nullable().default(null),
  startLabel: words,
  dueLabel: words.nullable().default(null),
  doneLabel: words.nullable().default(null),
  takes: z.array(authorityField).default([]),
  needs: z.array(authorityField).default([]),
  /** Fields whose values together may be in one live or ended record of a file only. */
  once: z.array(authorityField).default([]),
  /** The first is the default. */
  variants: z.array(named).default([]),
  ends: z.array(named),
  /** Kinds that such a record may be under: a seizure under a warrant. */
  under: z.array(z.string()).default([]),
  /** Its first day may lie ahead: an order that begins at release. */
  mayBeginLater: z.boolean().default(false),
  /** What must come before the file can be closed; null: nothing. */
  opens: z.enum(['until_done', 'until_ended']).nullable().default(null),
  /** A judge or justice grants it: it counts as a judicial authorization. */
  isJudicial: z.boolean().default(false),
  /** What it yields is produced under an order, not seized. */
  resultsAreProduced: z.boolean().default(false),
});
export type AuthorityKind = z.infer<typeof authorityKind>;

/** What the end of the clock means. */
export const clockEffect = z.enum(['expires', 'act_by', 'not_before', 'hold', 'ceiling', 'informs']);

/** Only a running clock is due. `suspended`, `replaced` and `exempt` say why another or none runs; `no_date` lacks its number or its date. */
export const clockState = z.enum(['running', 'met', 'ended', 'suspended', 'replaced', 'exempt', 'no_date', 'lifted']);
export type ClockState = z.infer<typeof clockState>;

/** Urgency of a running clock today. `reminder` begins with its first reminder. */
export const clockUrgency = z.enum(['overdue', 'today', 'reminder', 'ahead']);
export type ClockUrgency = z.infer<typeof clockUrgency>;

export const clock = z.object({
  ruleId: z.string(),
  name: words,
  effect: clockEffect,
  statute: words,
  /** The consolidation whose text the rule follows; null where no official text was read. */
  textAt: civilDate.nullable(),
  catalogueVersion: z.string(),
  inputs: z.array(z.object({ label: words, value: z.string() })),
  /** What the rule gives, whatever was decided since. */
  computedOn: civilDate.nullable(),
  /** What holds: the rule's date, or the one that replaced it. */
  dueOn: civilDate.nullable(),
  /** The last open day not after `dueOn`: a closed day never moves the date, it only warns earlier. */
  actBy: civilDate.nullable(),
  state: clockState,
  urgency: clockUrgency.nullable(),
  daysLeft: z.int().nullable(),
  reminders: z.array(z.object({ daysBefore: z.int(), on: civilDate })),
  /** Whether it is in the list of what is due; the others are shown in their file alone. */
  listed: z.boolean(),
  derivation: words,
  caution: words.nullable(),
  override: z.object({ dueOn: civilDate.nullable(), reason: z.string(), by: z.string(), at: z.int() }).nullable(),
});
export type Clock = z.infer<typeof clock>;
