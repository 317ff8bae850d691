import { z } from 'zod';
import { authorityKind, clockEffect, type AuthorityKind } from '#contract/casework/clocks';
import { civilDate, type CivilDate } from '#contract/ground/dates';
import { must } from '../../ground/kernel/assert.ts';
import catalogueV1 from './catalogue.v1.json' with { type: 'json' };

const words = z.object({ en: z.string(), fr: z.string() });

/** A length of time. `parameter` names a number that the unit may set, dated; it may have none. */
const amount = z.union([
  z.object({ unit: z.enum(['days', 'months', 'clear_days']), count: z.int().min(0) }),
  z.object({ unit: z.enum(['days', 'months', 'clear_days']), parameter: z.string() }),
]);

const rule = z.object({
  id: z.string(),
  kinds: z.array(z.string()).min(1),
  /** Empty: every variant of the kind. */
  variants: z.array(z.string()).default([]),
  name: words,
  effect: clockEffect.default('expires'),
  start: z.enum(['startedOn', 'dueOn']).default('startedOn'),
  amount,
  /** Adds the days of delay that were waived or caused by the defence. */
  plusDeducted: z.boolean().default(false),
  /** The dates of the record that stop the clock. */
  stops: z.array(z.enum(['doneOn', 'endedOn'])).default(['endedOn']),
  /** Kinds that suspend it while one under the record is undecided. */
  suspendedBy: z.array(z.string()).default([]),
  /** Kinds whose own date takes the place of this one. */
  replacedBy: z.array(z.object({ kind: z.string(), variant: z.string().nullable() })).default([]),
  /** Said in place of the date where the thing was produced under an order. */
  exceptProduced: words.nullable().default(null),
  listed: z.boolean().default(true),
  statute: words,
  /** The consolidation in which the text was read. */
  textAt: civilDate.nullable(),
  /** First and last day on which a clock may begin under this rule; null where the text read has no such limit. */
  validFrom: civilDate.nullable().default(null),
  validTo: civilDate.nullable().default(null),
  caution: words.nullable().default(null),
});
export type ClockRule = z.infer<typeof rule>;

const parameter = z.object({ code: z.string(), default: z.int().nullable(), name: words });

export const catalogueSchema = z.object({
  version: z.string(),
  parameters: z.array(parameter),
  kinds: z.array(authorityKind),
  rules: z.array(rule),
});
export type Catalogue = z.infer<typeof catalogueSchema>;

/** The kinds of authority and the rules of their clocks: data, read against the text of the statutes. */
export const catalogue: Catalogue = catalogueSchema.parse(catalogueV1);

export function kindOf(code: string, from: Catalogue = catalogue): AuthorityKind {
  return must(
    from.kinds.find((each) => each.code === code),
    'records are written with a kind of the catalogue, and no kind is ever taken out of it',
  );
}

function holds({ validFrom, validTo }: ClockRule, on: CivilDate): boolean {
  return (validFrom === null || on >= validFrom) && (validTo === null || on <= validTo);
}

/** The rules for a kind and variant whose clock begins on the day: a later statute does not reach back. */
export function rulesFor(
  kind: string,
  variant: string | null,
  on: CivilDate,
  from: Catalogue = catalogue,
): readonly ClockRule[] {
  return from.rules.filter(
    (each) =>
      each.kinds.includes(kind) &&
      (each.variants.length === 0 || (variant !== null && each.variants.includes(variant))) &&
      holds(each, on),
  );
}
