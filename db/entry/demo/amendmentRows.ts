import { addMonths, firstDayOf, monthOf, quarterOf } from '#contract/ground/dates';
import type { FundingCells } from '#contract/reporting/fundingCells';
import type { DemonstrationDays } from './days.ts';

/** One that moved the end of the agreement and set the amount of its last fiscal year, and one that is not signed yet. */
export const amendmentRows = (
  { inYear, agreementsEndOn, lastDay }: DemonstrationDays,
  cents: number,
): readonly FundingCells[] => [
  {
    code: '1',
    signedOn: inYear(-1, '03-11'),
    inForceOn: inYear(-1, '04-01'),
    newEndsOn: agreementsEndOn,
    amountsFrom: quarterOf(monthOf(agreementsEndOn)).fiscalYear,
    amount1: cents,
    changesUnits: 'no',
    changeEn: '(Fictitious) The agreement is extended by one fiscal year, whose amount is set.',
    changeFr: '(Fictif) L’entente est prolongée d’un exercice, dont le montant est fixé.',
    fileReference: `FICT-${inYear(-1, '03-11').slice(0, 4)}-011`,
  },
  {
    code: '2',
    inForceOn: firstDayOf(addMonths(monthOf(lastDay), 2)),
    changesUnits: 'yes',
    changeEn: '(Fictitious) A unit joins the agreement.',
    changeFr: '(Fictif) Une unité s’ajoute à l’entente.',
  },
];
