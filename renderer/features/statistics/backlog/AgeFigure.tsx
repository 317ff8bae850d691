import { Link } from 'wouter';
import { ageBand, type AgeBand, type Ageing } from '#contract/statistics/backlog';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Figure } from '../../../ui/Figure.tsx';
import { LedgerFigure } from '../../../ui/LedgerFigure.tsx';
import classes from './Ageing.module.css';
import { RuleNote } from './RuleNote.tsx';

/** The open files of a day by age; each number opens its files. */
export function AgeFigure({ ageing }: { readonly ageing: Ageing }) {
  const t = useText();
  const format = useFormat();
  const { bands, files, on, median, p75, p90, declared, ruleChanges } = ageing;
  const words =
    median === null || p90 === null
      ? [t('backlog:ages.none', { day: format.day(on) })]
      : [
          t('backlog:ages.text', { count: files, day: format.day(on) }),
          t('backlog:ages.percentiles', { count: median, median: format.number(median), p90: format.number(p90) }),
        ];
  const share = (band: AgeBand) => (files === 0 ? 0 : bands[band] / files);
  return (
    <Figure
      title={t('backlog:ages.title')}
      description={[...words, ...(declared === 0 ? [] : [t('backlog:ages.declared', { count: declared })])].join(' ')}
      hasLinks
      chart={
        <div className={classes.ages}>
          <ul className={classes.bands}>
            {ageBand.options.map((band) => (
              <li key={band}>
                <span>{t(`backlog:ages.band.${band}`)}</span>
                <span className={classes.track} aria-hidden>
                  <span
                    className={classes.bar}
                    data-oldest={band === 'over_365' || undefined}
                    style={{ width: `${String(100 * barShare(bands, band))}%` }}
                  />
                </span>
                <Count band={band} ageing={ageing} />
                <span className={classes.share}>{format.percent(share(band))}</span>
              </li>
            ))}
          </ul>
          <div className={classes.percentiles}>
            <LedgerFigure label={t('backlog:ages.median')} value={median} />
            <LedgerFigure label={t('backlog:ages.p75')} value={p75} />
            <LedgerFigure label={t('backlog:ages.p90')} value={p90} />
          </div>
          <RuleNote changes={ruleChanges} />
        </div>
      }
      table={
        <DataTable
          caption={t('backlog:ages.title')}
          rows={ageBand.options}
          rowKey={(band) => band}
          keepsOrder
          columns={[
            { key: 'band', header: t('codes:field.ageBand'), value: (band) => t(`backlog:ages.band.${band}`) },
            {
              key: 'files',
              header: t('common:files'),
              cell: (band) => <Count band={band} ageing={ageing} />,
              align: 'end',
              narrow: true,
            },
            { key: 'share', header: t('codes:heading.share'), as: 'percent', value: (band) => share(band) },
          ]}
        />
      }
    />
  );
}

/** The longest bar has the whole width. */
function barShare(bands: Ageing['bands'], band: AgeBand): number {
  return bands[band] / Math.max(1, ...ageBand.options.map((each) => bands[each]));
}

function Count({ band, ageing: { bands, on } }: { readonly band: AgeBand; readonly ageing: Ageing }) {
  const t = useText();
  const format = useFormat();
  const shown = format.number(bands[band]);
  if (bands[band] === 0) return <strong className={classes.count}>{shown}</strong>;
  return (
    <Link
      href={`/backlog/ages/${band}/${on}`}
      className={classes.count ?? ''}
      aria-label={`${t(`backlog:ages.band.${band}`)}: ${shown}`}
    >
      <strong>{shown}</strong>
    </Link>
  );
}
