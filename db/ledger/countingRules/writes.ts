import { and, eq } from 'drizzle-orm';
import { refileInvestigations } from '../ledger/refile.ts';
import { countingRule } from '../../ground/schema/common/units.ts';
import { getSetting } from '../../store/settings.ts';
import type { WriteHandler } from '../../store/types.ts';

export const countingRuleWrites: { readonly 'countingRules.save': WriteHandler<'countingRules.save'> } = {
  'countingRules.save': async (tx, input) => {
    const key = and(eq(countingRule.unitId, input.unitId), eq(countingRule.validFrom, input.validFrom));
    const [before] = await tx.select().from(countingRule).where(key);
    const facts = {
      backlogDefinition: input.backlogDefinition,
      statementEn: input.statement.en,
      statementFr: input.statement.fr,
      version: (before?.version ?? 0) + 1,
    };
    await tx
      .insert(countingRule)
      .values({ unitId: input.unitId, validFrom: input.validFrom, ...facts })
      .onConflictDoUpdate({ target: [countingRule.unitId, countingRule.validFrom], set: facts });
    // What is in the backlog has changed from that date on: every file of the unit is booked again under the rules now in force.
    if ((await getSetting(tx, 'workspace')).kind === 'unit') await refileInvestigations(tx, input.unitId);
    return {
      output: {},
      audit: {
        subject: { kind: 'unit', id: input.unitId },
        changes: [{ field: 'countingRule', before: before ?? null, after: facts }],
      },
    };
  },
};
