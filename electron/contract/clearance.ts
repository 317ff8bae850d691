import { z } from 'zod';
import { bilingual, line, nothing, version } from './common.ts';
import { civilDate } from './dates.ts';
import { read, write } from './define.ts';
import { investigationId } from './ids.ts';

const caseRoles = ['investigator', 'supervisor'] as const;
const byFile = { roles: caseRoles, workspace: 'unit', scope: { investigation: 'investigationId' } } as const;

export const clearanceOutcome = z.enum(['not_cleared', 'charge', 'otherwise']);
export type ClearanceOutcome = z.infer<typeof clearanceOutcome>;

export const clearanceReason = z.object({
  code: z.string().regex(/^[a-z0-9_]{1,40}$/),
  outcome: clearanceOutcome,
  name: bilingual,
  /** The letter of the unit's own records system; Vigie comes with none. */
  letter: line(4).nullable(),
  active: z.boolean(),
});
export type ClearanceReason = z.infer<typeof clearanceReason>;

const facts = z
  .object({ founded: z.boolean(), reason: line(40).nullable(), on: civilDate })
  .refine(({ founded, reason }) => founded === (reason !== null), { path: ['reason'], error: 'invalid_type' });

export const clearanceMethods = {
  'clearance.get': read(
    z.object({ investigationId }),
    z.object({
      clearance: z.object({ founded: z.boolean(), reason: z.string().nullable(), on: civilDate, version }).nullable(),
    }),
    byFile,
  ),
  /** `version` is null where none was recorded yet. */
  'clearance.record': write(
    z.object({ investigationId, version: version.nullable(), status: facts }),
    z.object({ version }),
    { ...byFile, touches: ['offences', 'investigations'] },
  ),
  'clearanceReasons.list': read(
    z.object({}),
    z.object({ reasons: z.array(clearanceReason.extend({ version: version.nullable() })) }),
    { roles: ['investigator', 'supervisor', 'administrator'], workspace: 'unit' },
  ),
  'clearanceReasons.save': write(clearanceReason.extend({ version: version.nullable() }), nothing, {
    roles: ['supervisor', 'administrator'],
    workspace: 'unit',
    touches: ['offences'],
  }),
};
