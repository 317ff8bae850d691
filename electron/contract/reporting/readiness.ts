import { z } from 'zod';
import { coordinator } from '../ground/access.ts';
import { bilingual } from '../ground/common.ts';
import { quarter } from '../ground/dates.ts';
import { action, read } from '../ground/define.ts';
import { agreementId, fileGrant } from '../ground/ids.ts';
import { coverageOf, coveredFigure } from './across.ts';

/** Where a baseline or a target comes from; blank where nobody said it. */
const source = z.object({ en: z.string(), fr: z.string() });

/** What is there of one indicator, in one quarter of an agreement, and what is missing. */
const readinessRow = z.object({
  code: z.string(),
  name: bilingual,
  unitOfMeasure: bilingual,
  /** In both languages. */
  hasMethod: z.boolean(),
  baseline: z.object({ value: z.number(), period: z.string(), source }).nullable(),
  target: z.object({ value: z.number(), on: z.string(), source }).nullable(),
  /** What is measured against them: the fiscal year to date of what is added up over quarters, where its target is of the year. */
  per: z.enum(['quarter', 'year']),
  figure: coveredFigure.extend({ coverageOf }),
  /** The backlog avoided: its figure is estimated with the return, and is not in this list. */
  isEstimate: z.boolean(),
  /** The part of the way from the baseline to the target, 1 at the target; null where one of the three is not known. */
  progress: z.number().nullable(),
  /** A target of a year is judged at its end alone. */
  isMet: z.boolean().nullable(),
  explanation: z.enum(['present', 'missing', 'not_needed']),
});
export type ReadinessRow = z.infer<typeof readinessRow>;

export const readiness = z.object({
  rows: z.array(readinessRow),
  /** Codes of the register of targets that no indicator of the framework has. */
  unknownCodes: z.array(z.string()),
});
export type Readiness = z.infer<typeof readiness>;

const asked = z.object({ quarter, agreementId });
const scope = { agreement: 'agreementId' } as const;

export const readinessMethods = {
  'readiness.view': read(asked, readiness, { ...coordinator, scope, audited: { not: 'figures' } }),
  /** The same as a CSV file. */
  'readiness.export': action(
    asked.extend({ file: fileGrant, separator: z.enum(['comma', 'semicolon']).default('comma') }),
    z.object({ bytes: z.int() }),
    { ...coordinator, scope, touches: ['audit'] },
  ),
};
