import type { AnnualContent } from '#contract/reporting/annual';
import { categoryName } from '#contract/reporting/breakdownLabels';
import { notTold, type GbaGroup } from '#contract/reporting/gbaPlus';
import { codeWords } from '#contract/words/codes';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DataTable } from '../../../../ui/DataTable.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import annual from './Annual.module.css';

/** Victims and accused of the year by age and gender, small counts suppressed, and the barriers that units met. */
export function AnnualGba({ content }: { readonly content: AnnualContent }) {
  const t = useText();
  const format = useFormat();
  const barriers = content.indicators.find(({ code, own }) => (own ?? code) === 'G1');
  const hasTypes = content.gba.some(({ by }) => by === 'barrier');
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('codes:annualReport.gba')}</h2>
      <p className={shared.note}>{t('returns:annual.gba.text')}</p>
      {content.gba.length === 0 && <p className={shared.note}>{t('codes:annualReport.noGba')}</p>}
      <div className={annual.groups}>
        {content.gba.map((group) => (
          <Group key={`${group.code} ${group.by}`} group={group} />
        ))}
      </div>
      {!hasTypes && (
        <p className={shared.note}>
          {barriers?.value == null
            ? t('returns:annual.gba.noBarriers')
            : t('returns:annual.gba.barriers', {
                code: barriers.code,
                name: format.bilingual(barriers.name),
                value: format.number(barriers.value, 0),
              })}
          {barriers?.value != null && ` ${t('codes:annualReport.barriersByKind')}`}
        </p>
      )}
    </section>
  );
}

function Group({ group }: { readonly group: GbaGroup }) {
  const t = useText();
  const format = useFormat();
  const { code, name, by, whole, parts, quarters, unknownShare, notAskedShare } = group;
  const percent = (value: number | null): string =>
    value === null ? t('counterfactual:table.unknown') : format.percent(value / 100);
  const title = `${code} ${format.bilingual(name)} · ${format.bilingual(codeWords.breakdown[by])}`;
  const covers = [...new Set(quarters.map(({ covered, asked }) => t('returns:annual.covers', { covered, asked })))];
  const hasAsked = parts.some(({ category }) => category === 'not_asked');
  const total: GbaGroup['parts'][number] = { category: '', value: whole };
  return (
    <div>
      <h3 className={shared.headingSmall}>{title}</h3>
      <DataTable
        caption={title}
        keepsOrder
        rows={[...parts, total]}
        rowKey={({ category }) => category}
        columns={[
          {
            key: 'category',
            header: t('codes:heading.category'),
            cell: ({ category, name: own }) => {
              if (category === '') return <strong>{t('codes:heading.total')}</strong>;
              if (category === notTold) return t('codes:heading.notBrokenDown');
              return format.bilingual(own ?? categoryName({ by, category }, []));
            },
          },
          {
            key: 'value',
            header: t('codes:heading.value'),
            align: 'end',
            cell: ({ value }) => (value === null ? t('returns:annual.gba.suppressed') : format.number(value, 0)),
          },
        ]}
      />
      <p className={shared.note}>
        {t('returns:annual.gba.unknown', { share: percent(unknownShare) })}
        {hasAsked && ` ${t('returns:annual.gba.notAsked', { share: percent(notAskedShare) })}`}{' '}
        {t('returns:annual.gba.covers', { covers: covers.join(', ') })}
      </p>
    </div>
  );
}
