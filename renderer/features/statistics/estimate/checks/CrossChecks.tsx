import { IconAlertTriangle, IconCheck, IconQuestionMark } from '@tabler/icons-react';
import type { Estimate } from '#contract/statistics/estimate';
import type { CrossCheck, Summary } from '#contract/statistics/evidence';
import { shownOf } from '#contract/statistics/shown';
import { useText, type Translate } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { StatusBadge } from '../../../../ui/StatusBadge.tsx';
import { LabFigure } from '../figures/LabFigure.tsx';
import { useProvenance } from '../figures/Provenance.ts';
import { drawRanges, rangesHeight, type RangeRow } from '../figures/ranges.ts';
import type { FigureColumn } from '../figures/table.ts';
import type { Format } from '../estimateText.ts';
import { agreementOf } from './agreement.ts';
import classes from './Checks.module.css';
import { checkRefusals } from './refusals.ts';

const order = ['its', 'its_control', 'structural', 'synthetic_control'] as const;
const icons = {
  agrees: IconCheck,
  outsideBand: IconAlertTriangle,
  otherSign: IconAlertTriangle,
  neither: IconAlertTriangle,
  unknown: IconQuestionMark,
} as const;

interface Row {
  readonly method: 'capacity' | CrossCheck['method'];
  readonly label: string;
  readonly avoided: Summary | null;
  readonly refusal: string | null;
}

function rowsOf({ avoided, crossChecks }: Estimate, t: Translate): readonly Row[] {
  const label = (method: Row['method']) => t(`counterfactual:method.${method}.name`);
  const others = order.map((method): Row => {
    const check = crossChecks.find((candidate) => candidate.method === method);
    if (check?.status === 'estimated') return { method, label: label(method), avoided: check.avoided, refusal: null };
    const reason = check === undefined ? 'notRun' : checkRefusals[check.reason];
    return { method, label: label(method), avoided: null, refusal: t(`counterfactual:crossCheck.refused.${reason}`) };
  });
  return [{ method: 'capacity', label: label('capacity'), avoided, refusal: null }, ...others];
}

function columnsOf(hasMean: boolean, t: Translate, format: Format): readonly FigureColumn<Row>[] {
  const share = format.percent(0.8);
  const mean: FigureColumn<Row> = {
    header: t('counterfactual:table.mean'),
    value: ({ avoided }) => avoided?.mean ?? null,
  };
  return [
    { header: t('counterfactual:tab.method'), value: ({ label }) => label },
    { header: t('counterfactual:table.from', { share }), value: ({ avoided }) => avoided?.p10 ?? null },
    ...(hasMean ? [mean] : []),
    { header: t('counterfactual:table.to', { share }), value: ({ avoided }) => avoided?.p90 ?? null },
    {
      header: t('counterfactual:crossCheck.why'),
      value: ({ method, refusal }) => refusal ?? t(`counterfactual:method.${method}.differs`),
    },
  ];
}

/** Five methods on one scale, none averaged into another, and why they differ. */
export function CrossChecks({ estimate }: { readonly estimate: Estimate }) {
  const t = useText();
  const format = useFormat();
  const { events } = useProvenance().result;
  const { figure: hasMean } = shownOf(estimate);
  const agreement = agreementOf(estimate, events);
  const rows = rowsOf(estimate, t);
  const chart = (width: number) => ({
    rows: rows.map(({ method, label, avoided, refusal }): RangeRow => {
      const range = avoided && { low: avoided.p10, middle: hasMean ? avoided.mean : null, high: avoided.p90 };
      const isMain = method === 'capacity';
      return { key: method, label, range, isMain, ...(refusal === null ? {} : { note: refusal }) };
    }),
    number: (value: number) => format.number(value),
    labelWidth: Math.min(210, width * 0.36),
    reference: 0,
    setsMainApart: true,
  });
  return (
    <section className={classes.beside}>
      <LabFigure
        figure="cross_checks"
        title={t('counterfactual:crossCheck.title')}
        description={t('counterfactual:crossCheck.text')}
        panels={[{ heading: null, height: rangesHeight(chart(600)), draw: (width) => drawRanges(chart(width)) }]}
        table={{ rows, rowKey: ({ method }) => method, columns: columnsOf(hasMean, t, format) }}
      />
      <div className={classes.verdict}>
        <StatusBadge
          tone={agreement === 'agrees' ? 'positive' : agreement === 'unknown' ? 'neutral' : 'dueSoon'}
          icon={icons[agreement]}
          label={t(`counterfactual:agreement.${agreement}.title`)}
        />
        <p className={classes.note}>{t(`counterfactual:agreement.${agreement}.text`)}</p>
        <h4 className={classes.listHead}>{t('counterfactual:crossCheck.why')}</h4>
        <dl className={classes.methods}>
          {rows.map(({ method, label }) => (
            <div key={method}>
              <dt>{label}</dt>
              <dd>{t(`counterfactual:method.${method}.differs`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
