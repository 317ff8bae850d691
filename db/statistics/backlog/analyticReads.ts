import { monthsBetween, type CivilDate } from '#contract/ground/dates';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ReadContext, ReadHandler } from '../../store/types.ts';
import { readAgedFiles } from './agedFiles.ts';
import { readAgeing } from './ageing.ts';
import { chargedRows } from './charged.ts';
import { readFlow } from './flow.ts';
import { readSurvival } from './survival.ts';

type Name = 'backlog.flow' | 'backlog.ageing' | 'backlog.agedFiles' | 'backlog.survival' | 'backlog.chargedRows';
type Handlers = { readonly [M in Name]: ReadHandler<M> };

/** What is to come has no ages. */
function requirePast(on: CivilDate, { clock }: ReadContext): void {
  if (on > clock.today()) throw new StoreFailure('invalid_input', 'date_in_future', 'on');
}

export const backlogAnalyticReads: Handlers = {
  'backlog.flow': (db, { unitIds, from, to }, { session }) => {
    const months = monthsBetween(from, to).length;
    if (months === 0 || months > 120)
      throw new StoreFailure('invalid_input', undefined, [{ path: 'to', code: 'too_big' }]);
    // As with the months themselves: an investigator sees no staffing.
    const withStaff = session.roles.some((role) => role === 'supervisor' || role === 'coordinator');
    return readFlow(db, { unitIds: unitIds ?? session.unitIds, from, to, kind: session.workspace.kind, withStaff });
  },

  'backlog.ageing': (_db, { unitIds, on }, context) => {
    requirePast(on, context);
    return readAgeing(context.counted, unitIds ?? context.session.unitIds, on, context);
  },

  'backlog.agedFiles': (db, { unitIds, ...asked }, context) => {
    requirePast(asked.on, context);
    return readAgedFiles(
      db,
      { unitIds: unitIds ?? context.session.unitIds, ...asked, band: asked.band, waiting: asked.waiting },
      context,
    );
  },

  'backlog.survival': (_db, { unitIds, ...asked }, context) => {
    requirePast(asked.on, context);
    return readSurvival(context.counted, { unitIds: unitIds ?? context.session.unitIds, ...asked }, context);
  },

  'backlog.chargedRows': (db, { unitIds, ...asked }, context) => {
    requirePast(asked.on, context);
    const readers = { db, counted: context.counted };
    return chargedRows(readers, { unitIds: unitIds ?? context.session.unitIds, ...asked });
  },
};
