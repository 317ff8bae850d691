import { cashFlowOf, differenceFromF1, type CashFlow } from '#contract/reporting/cashFlow';
import type { Bilingual } from '#contract/ground/common';
import type { ReturnContent } from '#contract/reporting/returns';
import { codesFor } from '../indicators/framework.ts';
import { codeWords } from '#contract/words/codes';

export interface CashStatement {
  readonly flow: CashFlow;
  /** In dollars, as the return reports it. */
  readonly f1: number | null;
  /** Under the code that the framework gives it. */
  readonly names: { readonly f1: Bilingual; readonly difference: Bilingual };
  /** In cents. */
  readonly difference: number | null;
  /** Who attests for finance; null where nobody has. */
  readonly attested: { readonly name: string; readonly title: string; readonly on: string } | null;
}

/** The statement of the fiscal year as the registers were at the lock; null where there is neither budget nor entry. */
export function cashStatement(content: ReturnContent): CashStatement | null {
  const { funding, quarter, values, attestations, framework } = content;
  if (!funding || (funding.budget.length === 0 && funding.cash.length === 0)) return null;
  const flow = cashFlowOf(funding.budget, funding.cash);
  const spending = codesFor(framework, 'F1');
  const f1 = values.find((each) => spending.includes(each.code) && each.unitCode === null)?.value ?? null;
  const [code = 'F1'] = spending;
  return {
    flow,
    f1,
    names: {
      f1: { en: `Spending (${code}) of this return`, fr: `Dépenses (${code}) de ce rapport` },
      difference: { en: `Actual less spending (${code})`, fr: `Réel moins dépenses (${code})` },
    },
    difference: differenceFromF1(flow, quarter.quarter, f1),
    attested: attestations.find((each) => each.role === 'finance') ?? null,
  };
}

export const cashNotes = {
  expected: {
    en: 'Forecast used where a line has no actual',
    fr: 'Prévision utilisée là où une ligne n’a pas de réel',
  },
  agrees: codeWords.reconciliation.agrees,
  differs: { en: 'They differ', fr: 'Ne concordent pas' },
  notAttested: { en: 'Not attested by finance', fr: 'Non attesté par les finances' },
} as const satisfies Record<string, Bilingual>;

export function attestedText({ attested }: CashStatement): Bilingual {
  if (attested === null) return cashNotes.notAttested;
  const { name, title, on } = attested;
  return {
    en: `Attested by finance: ${name}, ${title}, ${on}`,
    fr: `Attesté par les finances : ${name}, ${title}, ${on}`,
  };
}
