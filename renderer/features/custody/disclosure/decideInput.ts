import type { InvestigationId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import type { PaperDecision, PaperRecord, PaperRow } from '#contract/custody/disclosure';

export interface Deciding {
  readonly investigationId: InvestigationId;
  readonly paper: Pick<PaperRow, 'id' | 'version'>;
}

/** A decision on records as they are on screen. */
export function decideInput(
  { investigationId, paper }: Deciding,
  records: readonly PaperRecord[],
  decision: PaperDecision,
): Input<'papers.decide'> {
  return {
    investigationId,
    paperId: paper.id,
    version: paper.version,
    records: records.map(({ id, digest }) => ({ id, digest })),
    decision,
  };
}

export const asByDefault: PaperDecision = { way: 'default', ground: null, remark: null, fields: [], spans: [] };
export const included: PaperDecision = { ...asByDefault, way: 'include' };
