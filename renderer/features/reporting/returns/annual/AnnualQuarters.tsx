import { Link } from 'wouter';
import type { Quarter } from '#contract/ground/dates';
import { longestAnnualText, type AnnualQuarter } from '#contract/reporting/annual';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { returnPath } from '../returnPaths.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import { TextPair } from '../written/TextPair.tsx';
import type { PreparedAnnual } from './prepared.ts';

/** What the year is made from: the version of each quarter's return, or why there is none. */
export function AnnualQuarters({ prepared }: { readonly prepared: PreparedAnnual }) {
  const t = useText();
  const format = useFormat();
  const { content } = prepared;
  const { agreement, fiscalYear } = content;
  const quarterOf = ({ quarter }: AnnualQuarter): Quarter => ({ fiscalYear, quarter });
  const state = ({ locked, notDue }: AnnualQuarter): string => {
    if (locked === null) return t(notDue === null ? 'returns:annual.missing' : `codes:annualReport.${notDue}`);
    const where = { sequence: locked.sequence, on: format.instant(locked.lockedAt).slice(0, 10) };
    return t(locked.sequence > 1 ? 'returns:annual.restated' : 'returns:board.locked', where);
  };
  const title = t('codes:annualReport.quarters');
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{title}</h2>
      <p className={shared.note}>{t('codes:annualReport.quartersText')}</p>
      <DataTable
        caption={title}
        keepsOrder
        rows={content.quarters}
        rowKey={({ quarter }) => quarter}
        isMuted={({ locked }) => locked === null}
        columns={[
          {
            key: 'quarter',
            header: t('codes:heading.quarter'),
            narrow: true,
            cell: (row) => (
              <Link href={returnPath(agreement.id, quarterOf(row), 'preview')} className={classes.link ?? ''}>
                {format.quarter(quarterOf(row))}
              </Link>
            ),
          },
          { key: 'state', header: t('codes:field.state'), cell: state },
          {
            key: 'units',
            header: t('codes:heading.units'),
            as: 'number',
            value: ({ locked, units }) => (locked === null ? null : units),
          },
          {
            key: 'late',
            header: t('codes:annualReport.notReceived'),
            cell: ({ notReceived }) => notReceived.join(', '),
          },
        ]}
      />
      {content.quarters
        .filter(({ locked, notDue }) => locked === null && notDue === null)
        .map((row) => (
          <MissingReason key={row.quarter} prepared={prepared} quarter={quarterOf(row)} />
        ))}
    </section>
  );
}

function MissingReason({ prepared, quarter }: { readonly prepared: PreparedAnnual; readonly quarter: Quarter }) {
  const t = useText();
  const format = useFormat();
  const save = useWrite('annual.saveText');
  const { agreement, fiscalYear } = prepared.content;
  const saved =
    prepared.texts.find((each) => each.kind === 'missing_quarter' && each.quarter === quarter.quarter) ?? null;
  return (
    <TextPair
      title={t('returns:annual.reasonOf', { quarter: format.quarter(quarter) })}
      saved={saved}
      languages={agreement.languages}
      maximum={longestAnnualText}
      rows={2}
      onSave={(text, version) =>
        save.mutateAsync({
          ...{ agreementId: agreement.id, fiscalYear, kind: 'missing_quarter', quarter: quarter.quarter },
          ...{ id: saved?.id ?? null, version, text },
        })
      }
    />
  );
}
