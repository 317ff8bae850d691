import { IconCircleCheck, IconCircleDashed, IconCircleMinus } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Readiness, ReadinessRow } from '#contract/reporting/readiness';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import shared from '../../../ui/Shared.module.css';
import { useAmount } from '../returns/annual/useAmount.ts';

const hasData = ({ figure }: ReadinessRow): boolean => figure.value !== null || figure.stead !== null;

/** One line an indicator, each part of it present or missing. */
export function ReadinessTable({ readiness: { rows, unknownCodes } }: { readonly readiness: Readiness }) {
  const t = useText();
  const format = useFormat();
  const count = (has: (row: ReadinessRow) => boolean) => format.number(rows.filter(has).length);
  return (
    <>
      <p role="status">
        {t('frameworks:readiness.summary', {
          all: format.number(rows.length),
          method: count(({ hasMethod }) => hasMethod),
          baseline: count(({ baseline }) => baseline !== null),
          target: count(({ target }) => target !== null),
          data: count(hasData),
          missing: count(({ explanation }) => explanation === 'missing'),
        })}{' '}
        <Link href="/funding">{t('frameworks:readiness.enter')}</Link>
      </p>
      {unknownCodes.length > 0 && (
        <Notice
          tone="dueSoon"
          icon={IconCircleDashed}
          title={t('frameworks:readiness.unknown', { codes: unknownCodes.join(', ') })}
        />
      )}
      <DataTable
        caption={t('frameworks:tab.readiness')}
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { key: 'code', header: t('codes:heading.code'), narrow: true, value: ({ code }) => code },
          { key: 'name', header: t('codes:heading.indicator'), value: ({ name }) => format.bilingual(name) },
          {
            key: 'method',
            header: t('frameworks:readiness.method'),
            value: ({ hasMethod }) => Number(hasMethod),
            cell: ({ hasMethod }) => <Presence is={hasMethod ? 'present' : 'missing'} />,
          },
          {
            key: 'baseline',
            header: t('codes:heading.baseline'),
            align: 'end',
            value: ({ baseline }) => baseline?.value,
            cell: ({ baseline, ...row }) => (
              <Aim of={row} value={baseline?.value ?? null} when={baseline?.period ?? ''} source={baseline?.source} />
            ),
          },
          {
            key: 'target',
            header: t('codes:heading.target'),
            align: 'end',
            value: ({ target }) => target?.value,
            cell: ({ target, ...row }) => (
              <Aim
                of={row}
                value={target?.value ?? null}
                when={target ? format.day(target.on) : ''}
                source={target?.source}
              />
            ),
          },
          {
            key: 'data',
            header: t('frameworks:readiness.data'),
            align: 'end',
            value: ({ figure }) => figure.value,
            cell: (row) => <DataCell row={row} />,
          },
          {
            key: 'progress',
            header: t('frameworks:readiness.progress'),
            align: 'end',
            value: ({ progress }) => progress,
            cell: ({ progress, isMet }) => (
              <>
                {progress === null ? '' : format.percent(progress)}
                {isMet !== null && (
                  <div className={shared.small}>{t(`frameworks:readiness.${isMet ? 'met' : 'missed'}`)}</div>
                )}
              </>
            ),
          },
          {
            key: 'explanation',
            header: t('codes:heading.explanation'),
            value: ({ explanation }) => explanation,
            cell: ({ explanation }) => <Presence is={explanation} />,
          },
        ]}
      />
    </>
  );
}

const looks = {
  present: { tone: 'positive', icon: IconCircleCheck },
  missing: { tone: 'dueSoon', icon: IconCircleDashed },
  not_needed: { tone: 'neutral', icon: IconCircleMinus },
} as const;

function Presence({ is }: { readonly is: keyof typeof looks }) {
  const t = useText();
  return <StatusBadge {...looks[is]} label={t(`frameworks:readiness.${is}`)} />;
}

interface AimProps {
  readonly of: Pick<ReadinessRow, 'code' | 'unitOfMeasure'>;
  readonly value: number | null;
  /** Its period, or the day by which it is to be reached. */
  readonly when: string;
  readonly source: { readonly en: string; readonly fr: string } | undefined;
}

function Aim({ of, value, when, source }: AimProps) {
  const format = useFormat();
  const amount = useAmount();
  if (value === null) return <Presence is="missing" />;
  const said = source === undefined ? '' : format.bilingual(source);
  return (
    <>
      {amount(of, value)}
      {[when, said].map((each, place) =>
        each === '' ? null : (
          <div key={place === 0 ? 'when' : 'source'} className={shared.small}>
            {each}
          </div>
        ),
      )}
    </>
  );
}

/** The figure and what it covers; of what a year is measured by, the year to date. */
function DataCell({ row }: { readonly row: ReadinessRow }) {
  const t = useText();
  const format = useFormat();
  const amount = useAmount();
  const { figure, per, isEstimate } = row;
  if (isEstimate) return t('frameworks:readiness.estimated');
  if (!hasData(row)) return <Presence is="missing" />;
  const { value, stead, covered, asked, unsigned } = figure;
  return (
    <>
      {value === null ? t(`codes:heading.${stead ?? 'byUnitOnly'}`) : amount(row, value)}
      <div className={shared.small}>
        {t('returns:document.covers', { covered: format.number(covered), asked: format.number(asked) })}
        {per === 'year' && `, ${t('frameworks:readiness.yearToDate')}`}
        {unsigned === true && `, ${t('common:partlyUnsigned')}`}
      </div>
    </>
  );
}
