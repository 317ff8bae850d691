import type { FundingCells } from '#contract/reporting/fundingCells';

/** One that moved the end of the agreement and set the amount of its last fiscal year, and one that is not signed yet. */
export const amendmentRows = (fiscalYear: number, cents: number): readonly FundingCells[] => [
  {
    code: '1',
    signedOn: '2025-03-11',
    inForceOn: '2025-04-01',
    newEndsOn: '2027-03-31',
    amountsFrom: fiscalYear,
    amount1: cents,
    changesUnits: 'no',
    changeEn: '(Fictitious) The agreement is extended by one fiscal year, whose amount is set.',
    changeFr: '(Fictif) L’entente est prolongée d’un exercice, dont le montant est fixé.',
    fileReference: 'FICT-2025-011',
  },
  {
    code: '2',
    inForceOn: '2027-01-01',
    changesUnits: 'yes',
    changeEn: '(Fictitious) A unit joins the agreement.',
    changeFr: '(Fictif) Une unité s’ajoute à l’entente.',
  },
];
