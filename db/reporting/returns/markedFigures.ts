import type { AgreementFigure, IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { figureRestsOnForm } from '#contract/reporting/unsigned';
import { ownCode } from '../indicators/framework.ts';
import { staffCodes, type AgreementOfUnits } from './agreementFigures.ts';

type Marks = Pick<AgreementFigure, 'unsigned' | 'previousUnsigned'>;

const marksOf = (isUnsigned: boolean, isPreviousUnsigned: boolean): Marks => ({
  ...(isUnsigned && { unsigned: true }),
  ...(isPreviousUnsigned && { previousUnsigned: true }),
});

/** What an agreement kept here says of its units' staff is marked where a unit's part of it is. */
function markedAgreement(
  content: ReturnContent,
  agreements: readonly AgreementOfUnits[],
  figure: AgreementFigure,
): AgreementFigure {
  const { agreementId, code, packId } = figure;
  const own = agreements.find(({ named }) => named.agreementId === agreementId);
  if (!own || packId !== null || !staffCodes.includes(ownCode(content.framework, code))) return figure;
  const codes = content.units.filter(({ id }) => own.unitIds.has(id)).map((unit) => unit.code);
  const parts = content.values.filter((each) => each.code === code && codes.includes(each.unitCode ?? ''));
  const rests = (known: keyof Pick<IndicatorValue, 'value' | 'previous'>): boolean =>
    figure[known] !== null &&
    parts.some(
      (each) => each[known] !== null && figureRestsOnForm(content, each, known === 'value' ? 'now' : 'before'),
    );
  return { ...figure, ...marksOf(rests('value'), rests('previous')) };
}

/** The figures with the marks of what comes from forms, as `return.json` carries them. */
export function markedFigures(
  content: ReturnContent,
  agreements: readonly AgreementOfUnits[],
): Pick<ReturnContent, 'values' | 'agreementFigures'> {
  return {
    values: content.values.map((each) => ({
      ...each,
      ...marksOf(figureRestsOnForm(content, each), figureRestsOnForm(content, each, 'before')),
    })),
    agreementFigures: content.agreementFigures.map((each) => markedAgreement(content, agreements, each)),
  };
}
