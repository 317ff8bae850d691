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

/** All that a return says, each table once for the page and the workbook. */
export const returnParts = (content: ReturnContent): readonly ReturnPart[] =>
  parts.flatMap((part) => part(content) ?? []);
