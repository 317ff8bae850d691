import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { notReceivedCode } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { dayOf } from '../../ground/kernel/days.ts';
import type { Texts } from './finding.ts';
import type { Snapshot } from './locked.ts';
import type { Figures } from './restatement/differences.ts';
import { restate } from './restatement/restate.ts';
import { attestationsOf, heldTexts, narrativeOf, type HeldExplanation } from './texts/held.ts';

/** Explanations are in the order of the figures that they explain; one whose unit has left the agreement is not carried. */
function explanationsOf(held: Texts['explanations'], values: ReturnContent['values']): Texts['explanations'] {
  const written = held.filter(({ text }) => text.en !== '' || text.fr !== '');
  return values.flatMap((value) =>
    written
      .filter((each) => each.code === value.code && each.unitCode === value.unitCode)
      .map(({ code, unitCode, text }) => ({ code, unitCode, text })),
  );
}

/** Units without which the return is made, each with its reason. */
function notReceivedIn(held: readonly HeldExplanation[]): Texts['notReceived'] {
  return held.flatMap(({ code, unitCode, text, savedAt, savedBy }) =>
    code === notReceivedCode && unitCode !== null && (text.en !== '' || text.fr !== '')
      ? [{ unitCode, why: text, decidedBy: savedBy, decidedOn: dayOf(savedAt) }]
      : [],
  );
}

/** What is written for a return whose figures are these; `before` is the version that it restates. */
export async function textsFor(
  db: ReadDb,
  agreementId: AgreementId,
  quarter: Quarter,
  figures: Figures,
  before: Snapshot | null,
): Promise<Texts> {
  const held = await heldTexts(db, agreementId, quarter);
  const restatement = before && restate(before, figures, held.reasons);
  return {
    actualsStatus: held.actuals.status,
    explanations: explanationsOf(held.explanations, figures.values),
    notReceived: notReceivedIn(held.explanations),
    narrative: narrativeOf(held.narrative),
    attestations: attestationsOf(held.attestations, restatement?.sequence ?? 1),
    restatement,
  };
}
