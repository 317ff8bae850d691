import { and, eq, isNull } from 'drizzle-orm';
import type { PaperId } from '#contract/ground/ids';
import type { PaperKind } from '#contract/ground/disclosureRecords';
import type { PaperFacts } from '#contract/custody/disclosure';
import { heldInvestigation } from '../../casework/investigationState/change.ts';
import { changesBetween } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { paper, paperDecision } from '../../ground/schema/unit/papers.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { groundsByCode } from './grounds.ts';
import { decisionsOf, heldDraft, heldPaper, type HeldPaper } from './rows.ts';

type Handlers = {
  readonly [M in 'papers.begin' | 'papers.describe' | 'papers.decide' | 'papers.discard']: WriteHandler<M>;
};

const invalid = (path: string) => new StoreFailure('invalid_input', undefined, [{ path, code: 'invalid_value' }]);

/** Names go to the Crown alone, and only an extract has a requester: a person of the file. */
async function requireFacts(tx: WriteTx, kind: PaperKind, investigationId: string, facts: PaperFacts): Promise<void> {
  if (facts.namesIncluded && kind !== 'crown') throw invalid('namesIncluded');
  if (facts.requesterId === null) return;
  const [row] = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, facts.requesterId), eq(person.fileId, investigationId)));
  if (!row || kind !== 'access') throw invalid('requesterId');
}

/** The paper that begins a series: issued, of the same kind, and with no draft that adds to it already. */
async function requireSeries(tx: WriteTx, kind: PaperKind, first: HeldPaper): Promise<void> {
  if (first.kind !== kind || first.supplementsId !== null) throw invalid('supplements');
  if (first.issuedAt === null) throw new StoreFailure('conflict', 'state_not_allowed');
  const drafts = await tx
    .select({ id: paper.id })
    .from(paper)
    .where(and(eq(paper.supplementsId, first.id), isNull(paper.issuedAt)));
  if (drafts.length > 0) throw new StoreFailure('conflict', 'state_not_allowed');
}

/** What was withheld earlier in a series stays withheld in what adds to it, until someone decides again. */
async function carryDecisions(tx: WriteTx, first: HeldPaper, made: PaperId, context: Context): Promise<number> {
  const earlier = await tx.select().from(paper).where(eq(paper.supplementsId, first.id)).orderBy(paper.issuedAt);
  const carried = new Map<string, typeof paperDecision.$inferSelect>();
  for (const { id } of [first, ...earlier.filter(({ issuedAt }) => issuedAt !== null)]) {
    const rows = await tx.select().from(paperDecision).where(eq(paperDecision.paperId, id));
    for (const row of rows) carried.set(row.recordKey, row);
  }
  for (const row of carried.values())
    await tx.insert(paperDecision).values({ ...row, paperId: made, version: 1, at: context.clock.now() });
  return carried.size;
}

export const paperWrites: Handlers = {
  'papers.begin': async (tx, { investigationId, kind, supplements, ...facts }, context) => {
    const { unitId } = await heldInvestigation(tx, investigationId);
    await requireFacts(tx, kind, investigationId, facts);
    const first = supplements === null ? null : await heldPaper(tx, { paperId: supplements, investigationId });
    if (first !== null) await requireSeries(tx, kind, first);
    const id = context.newId();
    await tx.insert(paper).values({
      id,
      investigationId,
      unitId,
      kind,
      ...facts,
      supplementsId: supplements,
      beganOn: context.clock.today(),
      begunBy: context.session.user.id,
    });
    const carried = first === null ? 0 : await carryDecisions(tx, first, id, context);
    return {
      output: { id },
      audit: {
        subject: { kind: 'paper', id },
        facts: { investigationId, kind, supplements, carried },
        changes: changesBetween(null, facts),
      },
    };
  },

  'papers.describe': async (tx, { investigationId, paperId, version, ...facts }) => {
    const row = await heldDraft(tx, { paperId, investigationId, version });
    await requireFacts(tx, row.kind, investigationId, facts);
    await tx
      .update(paper)
      .set({ ...facts, version: version + 1 })
      .where(eq(paper.id, paperId));
    const { recipient, reference, requestedOn, languages, namesIncluded, requesterId } = row;
    const before = { recipient, reference, requestedOn, languages, namesIncluded, requesterId };
    return {
      output: { version: version + 1 },
      audit: {
        subject: { kind: 'paper', id: paperId },
        facts: { investigationId },
        changes: changesBetween(before, facts),
      },
    };
  },

  'papers.decide': async (tx, { investigationId, paperId, version, records, decision }, context) => {
    const { unitId } = await heldDraft(tx, { paperId, investigationId, version });
    const { way, ground, remark, fields, spans } = decision;
    if (ground !== null && (await groundsByCode(tx)).get(ground)?.active !== true) throw invalid('decision.ground');
    const held = await decisionsOf(tx, paperId);
    for (const { id, digest } of records) {
      const key = and(eq(paperDecision.paperId, paperId), eq(paperDecision.recordKey, id));
      await tx.delete(paperDecision).where(key);
      if (way === 'default') continue;
      await tx.insert(paperDecision).values({
        paperId,
        investigationId,
        unitId,
        recordKey: id,
        way,
        ground,
        remark,
        fields,
        spans,
        digest,
        at: context.clock.now(),
        userId: context.session.user.id,
      });
    }
    await tx
      .update(paper)
      .set({ version: version + 1 })
      .where(eq(paper.id, paperId));
    return {
      output: { version: version + 1 },
      audit: {
        subject: { kind: 'paper', id: paperId },
        facts: { investigationId, way, ground, records: records.length },
        changes: records.map(({ id }) => ({ field: id, before: held.get(id) ?? null, after: decision })),
      },
    };
  },

  'papers.discard': async (tx, { investigationId, paperId, version }) => {
    const { kind, reference } = await heldDraft(tx, { paperId, investigationId, version });
    await tx.delete(paperDecision).where(eq(paperDecision.paperId, paperId));
    await tx.delete(paper).where(eq(paper.id, paperId));
    return {
      output: {},
      audit: {
        subject: { kind: 'paper', id: paperId },
        facts: { investigationId, kind },
        changes: [{ field: 'reference', before: reference, after: null }],
      },
    };
  },
};
