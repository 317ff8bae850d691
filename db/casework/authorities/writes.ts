import { and, eq, ne, sql } from 'drizzle-orm';
import type { AuthorityFacts } from '#contract/casework/authorities';
import type { AuthorityKind } from '#contract/casework/clocks';
import type { AuthorityId, InvestigationId } from '#contract/ground/ids';
import { catalogue, kindOf, rulesFor } from '../clocks/catalogue.ts';
import { keepCorrection, movedMonths, requireTrueEnd } from '../corrections/keep.ts';
import { heldInvestigation } from '../investigationState/change.ts';
import { changesTo } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { moveCounts } from '../../ledger/ledger/countedBy.ts';
import { authority, clockOverride } from '../../ground/schema/unit/authorities.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { linksAfter, requireOfFile } from '../persons/linked.ts';
import { settleFile } from '../referrals/triage/settle.ts';
import { toDated, type AuthorityRecord } from './rows.ts';
import { authorityCounts, authorityProblems, isVariantOf, onceKey } from './rules.ts';

type Name = 'authorities.record' | 'authorities.change' | 'clocks.override';
type Handlers = { readonly [M in Name]: WriteHandler<M> };

async function heldAuthority(
  tx: WriteTx,
  investigationId: InvestigationId,
  id: AuthorityId,
  version?: number,
): Promise<AuthorityRecord> {
  const [row] = await tx
    .select()
    .from(authority)
    .where(and(eq(authority.id, id), eq(authority.investigationId, investigationId)));
  if (!row) throw new StoreFailure('not_found');
  if (version !== undefined && row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

function requireSound(kind: AuthorityKind, facts: AuthorityFacts, { clock }: Context): void {
  const problems = authorityProblems(kind, facts, clock.today());
  if (problems.length > 0) throw new StoreFailure('invalid_input', undefined, problems);
}

/** One preservation demand for the same data, person and investigation: what follows it is an order (Criminal Code, s. 487.012(6)). */
export async function requireOnce(
  tx: WriteTx,
  investigationId: InvestigationId,
  id: AuthorityId,
  key: string | null,
): Promise<void> {
  if (key === null) return;
  const [held] = await tx
    .select({ id: authority.id })
    .from(authority)
    .where(and(eq(authority.investigationId, investigationId), eq(authority.onceKey, key), ne(authority.id, id)));
  if (held) throw new StoreFailure('conflict', 'demand_made_before');
}

async function isThere(tx: WriteTx, id: AuthorityId | null): Promise<boolean> {
  return id !== null && (await tx.$count(authority, eq(authority.id, id))) > 0;
}

async function requireUnder(
  tx: WriteTx,
  kind: AuthorityKind,
  {
    investigationId,
    underId,
    startedOn,
  }: AuthorityFacts & { investigationId: InvestigationId; underId: AuthorityId | null },
): Promise<void> {
  if (underId === null) return;
  const parent = await heldAuthority(tx, investigationId, underId);
  if (!kind.under.includes(parent.kind))
    throw new StoreFailure('invalid_input', undefined, [{ path: 'underId', code: 'invalid_value' }]);
  if (startedOn < parent.startedOn) throw new StoreFailure('invalid_input', 'date_before_previous', 'startedOn');
}

/** Whether a clock of the record can still be due: of none that ended, nor where all its clocks wait for what is done. */
function isWatched(kind: string, variant: string | null, facts: AuthorityFacts): boolean {
  if (facts.endedOn !== null) return false;
  return rulesFor(kind, variant, facts.startedOn).some(
    ({ stops }) => facts.doneOn === null || !stops.includes('doneOn'),
  );
}

export const authorityWrites: Handlers = {
  'authorities.record': async (tx, { investigationId, kind: code, variant, underId, ...facts }, context) => {
    const file = await heldInvestigation(tx, investigationId);
    const kind = catalogue.kinds.find((each) => each.code === code);
    if (!kind || !isVariantOf(kind, variant))
      throw new StoreFailure('invalid_input', undefined, [{ path: kind ? 'variant' : 'kind', code: 'invalid_value' }]);
    requireSound(kind, facts, context);
    requireTrueEnd(facts.endReason);
    await requireOfFile(tx, investigationId, facts.personId);
    await requireUnder(tx, kind, { ...facts, investigationId, underId });
    const id = context.newId();
    const key = onceKey(kind, facts);
    await requireOnce(tx, investigationId, id, key);
    await moveCounts(tx, file.unitId, [], authorityCounts({ id, kind: code, ...facts }));
    await tx.insert(authority).values({
      id,
      investigationId,
      unitId: file.unitId,
      kind: code,
      variant,
      underId,
      ...facts,
      onceKey: key,
      watched: isWatched(code, variant, facts),
      enteredAt: context.clock.now(),
      enteredBy: context.session.user.id,
    });
    await settleFile(tx, investigationId);
    return {
      output: { id },
      audit: {
        subject: { kind: 'authority', id },
        changes: Object.entries({ kind: code, variant, underId, ...facts })
          .filter(([, after]) => after !== null)
          .map(([field, after]) => ({ field, before: null, after })),
      },
    };
  },

  'authorities.change': async (tx, { investigationId, authorityId, version, reason, ...given }, context) => {
    const row = await heldAuthority(tx, investigationId, authorityId, version);
    const facts = { ...given, ...linksAfter(row, given) };
    const kind = kindOf(row.kind);
    requireSound(kind, facts, context);
    requireTrueEnd(facts.endReason, row.endReason);
    await requireOfFile(tx, investigationId, facts.personId, row.personId);
    // The one above it may be out as entered in error, and be put back.
    if (await isThere(tx, row.underId))
      await requireUnder(tx, kind, { ...facts, investigationId, underId: row.underId });
    const key = onceKey(kind, facts);
    await requireOnce(tx, investigationId, row.id, key);
    const [before, after] = [authorityCounts(row), authorityCounts({ id: row.id, kind: row.kind, ...facts })];
    await moveCounts(tx, row.unitId, before, after);
    const next = { ...facts, onceKey: key, watched: isWatched(row.kind, row.variant, facts), version: version + 1 };
    await tx.update(authority).set(next).where(eq(authority.id, row.id));
    await settleFile(tx, investigationId);
    await keepCorrection(
      tx,
      { record: 'authority', row, after: facts, reason, months: movedMonths(before, after, row.id) },
      context,
    );
    return {
      output: { version: next.version },
      audit: { subject: { kind: 'authority', id: row.id }, changes: changesTo(row, facts) },
    };
  },

  'clocks.override': async (tx, { investigationId, authorityId, version, ...decided }, context) => {
    const row = await heldAuthority(tx, investigationId, authorityId, version);
    const { ruleId, decision, dueOn, reason } = decided;
    const { kind, variant, startedOn } = toDated(row);
    if (!rulesFor(kind, variant, startedOn).some((each) => each.id === ruleId)) throw new StoreFailure('not_found');
    const [{ position } = { position: 0 }] = await tx
      .select({ position: sql<number>`count(*)` })
      .from(clockOverride)
      .where(eq(clockOverride.authorityId, row.id));
    await tx.insert(clockOverride).values({
      id: context.newId(),
      authorityId: row.id,
      unitId: row.unitId,
      position: position + 1,
      ...decided,
      at: context.clock.now(),
      userId: context.session.user.id,
    });
    await tx
      .update(authority)
      .set({ version: version + 1 })
      .where(eq(authority.id, row.id));
    return {
      output: { version: version + 1 },
      audit: {
        subject: { kind: 'authority', id: row.id },
        facts: { ruleId, decision },
        changes: [{ field: 'dueOn', before: null, after: { ruleId, dueOn, reason } }],
      },
    };
  },
};
