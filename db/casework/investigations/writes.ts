import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { WriteHandler } from '../../store/types.ts';
import { changeInvestigation, heldInvestigation, lastFact, requireOpen } from '../investigationState/change.ts';
import { describeInvestigation } from './describe.ts';
import { openInvestigation } from './open.ts';
import { openItems } from './openItems.ts';
import { undoOpening } from './undoOpen.ts';
import { setLeads, setWaiting, undoWaiting } from './several.ts';
import { requireAble } from '../../store/rights/members.ts';
import { requireBetween } from '../../ground/kernel/order.ts';

type Name =
  | 'investigations.open'
  | 'investigations.undoOpen'
  | 'investigations.describe'
  | 'investigations.lead'
  | 'investigations.wait'
  | 'investigations.undoWait'
  | 'investigations.conclude'
  | 'investigations.reopen';
type Handlers = { readonly [M in Name]: WriteHandler<M> };

export const investigationWrites: Handlers = {
  'investigations.open': async (tx, input, context) => {
    await requireAble(tx, input.unitId, input.lead, 'lead');
    return openInvestigation(tx, input, context);
  },
  'investigations.undoOpen': undoOpening,

  'investigations.describe': describeInvestigation,

  'investigations.lead': setLeads,
  'investigations.wait': setWaiting,
  'investigations.undoWait': undoWaiting,

  'investigations.conclude': async (tx, input, context) => {
    const row = await heldInvestigation(tx, input.investigationId, input.version);
    requireOpen(row);
    requireBetween({ step: 'state', on: lastFact(row) }, input.on, context.clock.today(), 'on');
    if ((await openItems(tx, row.id)).length > 0) throw new StoreFailure('conflict', 'investigation_still_open');
    const waiting = row.waiting === 'crown_or_court' ? 'crown_or_court' : 'active';
    const version = await changeInvestigation(
      tx,
      row,
      { kind: 'concluded', on: input.on, waiting, reason: input.reason },
      context,
    );
    return {
      output: { version },
      audit: { subject: { kind: 'investigation', id: row.id }, facts: { concluded: true } },
    };
  },

  'investigations.reopen': async (tx, input, context) => {
    const row = await heldInvestigation(tx, input.investigationId, input.version);
    if (row.open || row.transferredOn !== null) throw new StoreFailure('conflict', 'state_not_allowed');
    requireBetween({ step: 'state', on: lastFact(row) }, input.on, context.clock.today(), 'on');
    const waiting = row.lead ? 'active' : 'unassigned';
    const version = await changeInvestigation(
      tx,
      row,
      { kind: 'reopened', on: input.on, waiting, reason: input.reason },
      context,
    );
    return {
      output: { version },
      audit: { subject: { kind: 'investigation', id: row.id }, facts: { concluded: false } },
    };
  },
};
