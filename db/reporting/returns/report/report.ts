import type { ReturnContent } from '#contract/reporting/returns';
import { backlogPart } from '../parts/backlog.ts';
import { byAgreementPart } from '../parts/byAgreement.ts';
import { byUnitPart } from '../parts/byUnit.ts';
import { definitionsPart } from '../parts/definitions.ts';
import { estimatePart } from '../parts/estimate.ts';
import { fundingPart } from '../parts/funding.ts';
import { indicatorsPart } from '../parts/indicators.ts';
import { ledgerPart, staffPart } from '../parts/months.ts';
import { notesPart } from '../parts/notes.ts';
import type { ReturnPart } from '../parts/part.ts';
import { reconciliationPart } from '../parts/reconciliation.ts';
import { qualityPart, rulesPart, sourcesPart, unitsPart } from '../parts/references.ts';
import { restatedPart } from '../parts/restated.ts';
import type { Snapshot } from '../locked.ts';
import type { SummaryPart } from '../summary/part.ts';
import { summaryOf } from '../summary/summary.ts';
import { attestationsPart, explanationsPart, narrativePart } from '../parts/written.ts';

/** In the order of the pages. */
const parts: readonly ((content: ReturnContent) => ReturnPart | null)[] = [
  narrativePart,
  indicatorsPart,
  reconciliationPart,
  explanationsPart,
  backlogPart,
  estimatePart,
  staffPart,
  attestationsPart,
  fundingPart,
  byAgreementPart,
  byUnitPart,
  ledgerPart,
  restatedPart,
  qualityPart,
  unitsPart,
  rulesPart,
  definitionsPart,
  sourcesPart,
  notesPart,
];

/** A return as its page and its workbook show it: every table once, with what its covers say. */
export interface ReturnReport extends Pick<Snapshot, 'locked' | 'content'> {
  readonly parts: readonly ReturnPart[];
  readonly summary: readonly SummaryPart[];
}

export const returnReport = ({ locked, content }: Pick<Snapshot, 'locked' | 'content'>): ReturnReport => ({
  locked,
  content,
  parts: parts.flatMap((part) => part(content) ?? []),
  summary: summaryOf(content),
});
