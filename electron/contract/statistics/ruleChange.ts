import { z } from 'zod';
import { month } from '../ground/dates.ts';
import { unitId } from '../ground/ids.ts';

/** A change of a unit's counting rule: figures before and after it do not compare. */
export const ruleChange = z.object({ month, unitId });
export type RuleChange = z.infer<typeof ruleChange>;
