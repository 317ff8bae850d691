import { asc, eq } from 'drizzle-orm';
import { displayNames } from '../../accounts/people/names.ts';
import { catalogue } from '../clocks/catalogue.ts';
import { clocksOfAll } from './clocksOfAll.ts';
import { clockSettings, standingOverrides } from '../clocks/surroundings.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import type { ReadHandler } from '../../store/types.ts';
import { toFacts } from './rows.ts';

type Handlers = { readonly [M in 'authorities.catalogue' | 'authorities.list']: ReadHandler<M> };

export const authorityReads: Handlers = {
  'authorities.catalogue': () => Promise.resolve({ version: catalogue.version, kinds: catalogue.kinds }),

  'authorities.list': async (db, { investigationId }, { clock }) => {
    const rows = await db
      .select()
      .from(authority)
      .where(eq(authority.investigationId, investigationId))
      .orderBy(asc(authority.startedOn), asc(authority.id));
    const overrides = await standingOverrides(
      db,
      rows.map((row) => row.id),
    );
    const clocks = clocksOfAll(rows, { ...(await clockSettings(db)), today: clock.today(), overrides });
    const names = await displayNames(db);
    return {
      authorities: rows.map((row) => ({
        ...toFacts(row),
        ...pick(row, 'id', 'version', 'kind', 'variant', 'underId', 'deductedDays'),
        enteredBy: names.get(row.enteredBy) ?? '',
        clocks: [...(clocks.get(row.id) ?? [])],
      })),
    };
  },
};
