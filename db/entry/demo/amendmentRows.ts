import type { FundingCells } from '#contract/reporting/fundingCells';

/** One that moved the end of the agreement, and one that is not signed yet. */
export const amendmentRows: readonly FundingCells[] = [
  {
    code: '1',
    signedOn: '2025-03-11',
    inForceOn: '2025-04-01',
    newEndsOn: '2027-03-31',
    changesUnits: 'no',
    changeEn: '(Fictitious) The agreement is extended by one fiscal year.',
    changeFr: '(Fictif) L’entente est prolongée d’un exercice.',
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
