import type { ReturnContent } from '#contract/reporting/returns';
import { ValueState } from '../../../ui/ValueState.tsx';
import { decimalsOf } from './document/figures.ts';
import { useDocumentLanguage } from './document/language.ts';
import classes from './FigurePanel.module.css';

/** The agreements that a figure of the return of all is made of, each with its own. */
export function AgreementContributions({ content, code }: { readonly content: ReturnContent; readonly code: string }) {
  const { t, number, bilingual } = useDocumentLanguage();
  const parts = content.agreementFigures.filter((each) => each.code === code);
  const decimals = decimalsOf(content, code);
  return (
    <section>
      <h3 className={classes.heading}>{t('returns:panel.agreements')}</h3>
      <table className={classes.parts}>
        <caption className="visually-hidden">{t('returns:panel.agreements')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('codes:heading.agreement')}</th>
            <th scope="col">{t('codes:heading.recipient')}</th>
            <th scope="col">{t('returns:document.column.value')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ agreementId, agreementCode, recipient, value, status }) => (
            <tr key={agreementId}>
              <th scope="row">{agreementCode}</th>
              <td>{bilingual(recipient)}</td>
              <td data-align="end">
                {value === null || status === 'partial' ? <ValueState status={status} /> : null}
                {value !== null && number(value, decimals)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
