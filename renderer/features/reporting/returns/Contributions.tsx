import type { ValueStatus } from '#contract/ground/codes';
import type { ReturnContent } from '#contract/reporting/returns';
import { unsignedUnits } from '#contract/reporting/unsigned';
import { ValueState } from '../../../ui/ValueState.tsx';
import { decimalsOf } from './document/figures.ts';
import { useDocumentLanguage } from './document/language.ts';
import classes from './FigurePanel.module.css';

interface ContributionsProps {
  readonly content: ReturnContent;
  readonly code: string;
}

/** The units that a total is made of, each with its figure and who sent it. */
export function Contributions({ content, code }: ContributionsProps) {
  const { t } = useDocumentLanguage();
  const unsigned = unsignedUnits(content.checks);
  const senders = (ids: readonly string[]) =>
    content.packs.filter((pack) => ids.includes(pack.id)).map((pack) => pack.workspaceName);
  return (
    <Parts
      title={t('returns:panel.contributions')}
      heads={[t('codes:heading.unit'), t('codes:heading.sender')]}
      decimals={decimalsOf(content, code)}
      parts={content.values.flatMap(({ code: own, unitCode, value, status, packIds }) => {
        if (own !== code || unitCode === null) return [];
        const from = [...senders(packIds), ...(unsigned.has(unitCode) ? [t('common:unsigned')] : [])].join(', ');
        return [{ name: unitCode, from, value, status }];
      })}
    />
  );
}

/** The agreements that a figure of the return of all is made of, each with its own. */
export function AgreementContributions({ content, code }: ContributionsProps) {
  const { t, bilingual } = useDocumentLanguage();
  return (
    <Parts
      title={t('returns:panel.agreements')}
      heads={[t('codes:heading.agreement'), t('codes:heading.recipient')]}
      decimals={decimalsOf(content, code)}
      parts={content.agreementFigures
        .filter((each) => each.code === code)
        .map(({ agreementCode, recipient, value, status }) => ({
          name: agreementCode,
          from: bilingual(recipient),
          value,
          status,
        }))}
    />
  );
}

interface PartsProps {
  readonly title: string;
  readonly heads: readonly [string, string];
  readonly decimals: number;
  readonly parts: readonly {
    readonly name: string;
    readonly from: string;
    readonly value: number | null;
    readonly status: ValueStatus;
  }[];
}

function Parts({ title, heads, decimals, parts }: PartsProps) {
  const { t, number } = useDocumentLanguage();
  return (
    <section>
      <h3 className={classes.heading}>{title}</h3>
      <table className={classes.parts}>
        <caption className="visually-hidden">{title}</caption>
        <thead className="visually-hidden">
          <tr>
            {[...heads, t('returns:document.column.value')].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, from, value, status }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{from}</td>
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
