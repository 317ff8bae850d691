import { z } from 'zod';
import { coordination } from '../ground/access.ts';
import { line, nothing } from '../ground/common.ts';
import { action, read, write } from '../ground/define.ts';
import { agreementId, fileGrant } from '../ground/ids.ts';
import { yearByPillar } from './pillarSpending.ts';

const scope = { agreement: 'agreementId' } as const;

/** A pillar of the Strategy, as the workspace names it: none are shipped. */
export const pillar = z.object({ code: line(20), nameEn: line(200), nameFr: line(200) });
export type Pillar = z.infer<typeof pillar>;

const catalogue = z
  .array(pillar)
  .max(50)
  .refine((pillars) => new Set(pillars.map(({ code }) => code.toLowerCase())).size === pillars.length, {
    error: 'code_taken',
  });

export const pillarMethods = {
  /** The whole catalogue, with the one it was made from. `version_conflict` where that has changed since; `pillar_in_use` where a budget line names a pillar that it leaves out. */
  'funding.savePillars': write(z.object({ pillars: catalogue, read: z.array(pillar).max(50) }), nothing, {
    ...coordination,
    allAgreements: true,
    touches: ['funding', 'returns'],
  }),
  /** The catalogue, by code, and spending by pillar in each fiscal year that has budget lines, the last first. */
  'funding.spending': read(
    z.object({ agreementId }),
    z.object({ pillars: z.array(pillar), years: z.array(yearByPillar) }),
    { ...coordination, scope, audited: { not: 'figures' } },
  ),
  /** The same as CSV, headings in both languages and money in dollars. */
  'funding.exportSpending': action(z.object({ agreementId, file: fileGrant }), nothing, { ...coordination, scope }),
};
