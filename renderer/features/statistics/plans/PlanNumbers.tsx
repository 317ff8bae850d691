import { isNoChange, type Plan, type PlanMark, type PlanOutlook, type Projection } from '#contract/statistics/plans';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { decimal, rangeText, whole } from '../estimate/estimateText.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Plans.module.css';
import { middleAndRange } from './planText.ts';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly mark: PlanMark;
}

type Named = readonly [key: string, name: string, outlook: PlanOutlook];

/** The plan without a change always; what another would only repeat is left out. */
function plansIn({ noChange, drawn, renewal, compared }: Projection, plan: Plan, t: Translate): readonly Named[] {
  const none: Named = ['noChange', t('plans:numbers.noChange'), noChange];
  const others = compared.map(({ id, name, outlook }): Named => [id, name, outlook]);
  if (renewal === null) {
    const own: Named = ['drawn', t('plans:numbers.drawn'), drawn];
    return [none, ...(isNoChange(plan) ? [] : [own]), ...others];
  }
  const renewed: Named = ['renewed', t('plans:numbers.renewed'), renewal.renewed];
  const ended: Named = ['ended', t('plans:numbers.ended'), renewal.ended];
  return [none, ...(isNoChange({ ...plan, renewed: true }) ? [] : [renewed]), ended, ...others];
}

/** The plans side by side at 12, 24 and 36 months, the one without a change first. */
export function PlanNumbers({ projection, plan }: { readonly projection: Projection; readonly plan: Plan }) {
  const t = useText();
  const format = useFormat();
  const { renewal } = projection;
  const plans = plansIn(projection, plan, t);
  const rows = plans.flatMap(([key, name, { marks }]) =>
    marks.map((mark): Row => ({ key: `${key} ${mark.ahead}`, name, mark })),
  );
  const title = t('plans:numbers.title');
  return (
    <section className={`${classes.group ?? ''} ${classes.numbers ?? ''}`} aria-labelledby="plan-numbers">
      <h3 id="plan-numbers" className={shared.title}>
        {title}
      </h3>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'plan', header: t('plans:numbers.plan'), cell: ({ name }) => name },
          {
            key: 'month',
            header: t('counterfactual:table.month'),
            cell: ({ mark }) => t('plans:numbers.at', { month: format.shortMonth(mark.month), count: mark.ahead }),
          },
          {
            key: 'backlog',
            header: t('plans:numbers.backlog'),
            cell: ({ mark }) => middleAndRange(mark.backlog, t, format),
            align: 'end',
            narrow: true,
          },
          {
            key: 'work',
            header: t('plans:numbers.work'),
            cell: ({ mark: { monthsOfWork } }) =>
              monthsOfWork === null ? t('counterfactual:table.unknown') : decimal(monthsOfWork.p50, 1, format),
            align: 'end',
          },
          {
            key: 'administrative',
            header: t('plans:numbers.administrative'),
            cell: ({ mark }) => format.number(whole(mark.administrative.p50)),
            align: 'end',
          },
        ]}
      />
      {renewal !== null && (
        <p className={shared.note}>
          {renewal.more
            .map(({ ahead, files }) =>
              t('plans:numbers.more', {
                count: ahead,
                middle: format.number(whole(files.p50)),
                range: rangeText({ low: files.p10, high: files.p90 }, t, format),
              }),
            )
            .join(' ')}
        </p>
      )}
      <p className={shared.note}>{t('plans:numbers.help')}</p>
    </section>
  );
}
