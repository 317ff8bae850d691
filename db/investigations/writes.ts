import { and, eq } from 'drizzle-orm';
import { monthOf } from '#contract/dates';
import { addToMonth } from '../ledger/book.ts';
import { arrest, charge, investigation } from '../schema/unit/investigations.ts';
import type { CivilDate } from '#contract/dates';
import { StoreFailure } from '../kernel/failure.ts';
import type { WriteHandler } from '../store/types.ts';
import { changeInvestigation, heldInvestigation, lastFact, requireOpen } from './change.ts';
import { settleFile } from '../triage/settle.ts';
import { openInvestigation } from './open.ts';
import { openItems } from './openItems.ts';
import { requireBetween } from './rules.ts';

type Name =
  | 'investigations.open'
  | 'investigations.lead'
  | 'investigations.wait'
  | 'investigations.conclude'
  | 'investigations.reopen'
  | 'arrests.record'
  | 'charges.record'
  | 'charges.dispose';
type Handlers = { readonly [M in Name]: WriteHandler<M> };

export const investigationWrites: Handlers = {
  'investigations.open': openInvestigation,

  'investigations.lead': async (tx, input) => {
    const row = await heldInvestigation(tx, input.investigationId, input.version);
    requireOpen(row);
    const version = row.version + 1;
    await tx.update(investigation).set({ lead: input.lead, version }).where(eq(investigation.id, row.id));
    return {
      output: { version },
      audit: {
        subject: { kind: 'investigation', id: row.id },
        changes: [{ field: 'lead', before: row.lead, after: input.lead }],
      },
    };
  },

  'investigations.wait': async (tx, input, context) => {
    const row = await heldInvestigation(tx, input.investigationId, input.version);
    requireOpen(row);
    requireBetween(lastFact(row), input.since, context.clock.today(), 'since');
    const change = { kind: 'waiting', on: input.since, waiting: input.state, waitingOn: input.on ?? null } as const;
    const version = await changeInvestigation(tx, row, change, context);
    return {
      output: { version },
      audit: {
        subject: { kind: 'investigation', id: row.id },
        changes: [{ field: 'waiting', before: row.waiting, after: input.state }],
      },
    };
  },

  'investigations.conclude': async (tx, input, context) => {
    const row = await heldInvestigation(tx, input.investigationId, input.version);
    requireOpen(row);
    requireBetween(lastFact(row), input.on, context.clock.today(), 'on');
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
    if (row.open) throw new StoreFailure('conflict', 'state_not_allowed');
    requireBetween(lastFact(row), input.on, context.clock.today(), 'on');
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

  'arrests.record': async (tx, input, context) => {
    const row = await heldInvestigation(tx, input.investigationId);
    requireBetween(row.openedOn as CivilDate, input.arrestedOn, context.clock.today(), 'arrestedOn');
    const id = context.newId();
    await tx.insert(arrest).values({ id, unitId: row.unitId, ...input });
    await addToMonth(tx, row.unitId, 'arrests', monthOf(input.arrestedOn), 1);
    await settleFile(tx, row.id);
    return {
      output: {},
      audit: { subject: { kind: 'arrest', id }, changes: [{ field: 'arrest', before: null, after: input }] },
    };
  },

  /** Counts of charges laid are the only ones that C1 counts; recommended and approved ones are kept apart. */
  'charges.record': async (tx, input, context) => {
    const row = await heldInvestigation(tx, input.investigationId);
    requireBetween(row.openedOn as CivilDate, input.laidOn, context.clock.today(), 'laidOn');
    const id = context.newId();
    await tx.insert(charge).values({ id, unitId: row.unitId, ...input });
    if (input.stage === 'laid') await addToMonth(tx, row.unitId, 'charges_laid', monthOf(input.laidOn), input.counts);
    return {
      output: {},
      audit: { subject: { kind: 'charge', id }, changes: [{ field: 'charge', before: null, after: input }] },
    };
  },

  'charges.dispose': async (tx, { investigationId, chargeId, version, outcome }, context) => {
    const [row] = await tx
      .select()
      .from(charge)
      .where(and(eq(charge.id, chargeId), eq(charge.investigationId, investigationId)));
    if (!row) throw new StoreFailure('not_found');
    if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    if (row.stage !== 'laid') throw new StoreFailure('conflict', 'state_not_allowed');
    if (outcome)
      requireBetween(row.laidOn as CivilDate, outcome.disposedOn, context.clock.today(), 'outcome.disposedOn');
    const after = outcome ?? { disposition: null, disposedOn: null };
    await tx
      .update(charge)
      .set({ ...after, version: version + 1 })
      .where(eq(charge.id, row.id));
    const before = { disposition: row.disposition, disposedOn: row.disposedOn };
    return {
      output: { version: version + 1 },
      audit: { subject: { kind: 'charge', id: row.id }, changes: [{ field: 'outcome', before, after }] },
    };
  },
};
