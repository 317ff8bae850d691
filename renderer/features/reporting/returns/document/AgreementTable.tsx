import type { ReturnContent } from '#contract/reporting/returns';
import shared from '../../../../ui/Shared.module.css';
import classes from './Document.module.css';
import { FigureButton } from './FigureButton.tsx';
import { decimalsOf, valueOf } from './figures.ts';
import { useDocumentLanguage } from './language.ts';

/** In the return of all, every agreement against the figures that agreements have; each opens what the total is made of. */
export function AgreementTable({ content }: { readonly content: ReturnContent }) {
  const { t, number, bilingual } = useDocumentLanguage();
  const { agreementFigures, framework } = content;
  const reported = new Set(agreementFigures.map(({ code }) => code));
  const indicators = framework.indicators.filter(({ code }) => reported.has(code));
  const agreements = new Map(agreementFigures.map((each) => [each.agreementCode, each.recipient]));
  const cell = (
    head: string,
    code: string,
    figure: Pick<ReturnContent['agreementFigures'][number], 'value' | 'status'> | undefined,
  ) => (
    <td key={code} data-column="value">
      <FigureButton
        figure={{ kind: 'indicator', code, unitCode: null }}
        text={figure?.value == null ? null : number(figure.value, decimalsOf(content, code))}
        label={`${head} ${code}`}
        status={figure?.status ?? 'not_available'}
      />
    </td>
  );
  return (
    <div className={shared.scroll}>
      <table className={classes.table} data-dense="true">
        <caption className="visually-hidden">{t('codes:heading.byAgreement')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('codes:heading.agreement')}</th>
            {indicators.map(({ code, name }) => (
              <th key={code} scope="col" data-column="value">
                <abbr title={bilingual(name)}>{code}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...agreements].map(([agreementCode, recipient]) => (
            <tr key={agreementCode}>
              <th scope="row" title={bilingual(recipient)}>
                <span className={classes.code}>{agreementCode}</span>
              </th>
              {indicators.map(({ code }) =>
                cell(
                  agreementCode,
                  code,
                  agreementFigures.find((each) => each.agreementCode === agreementCode && each.code === code),
                ),
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('codes:heading.total')}</th>
            {indicators.map(({ code }) => cell(t('codes:heading.total'), code, valueOf(content, code, null)))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
