import { IconFlask } from '@tabler/icons-react';
import type { Unit } from '#contract/people';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import classes from './Counterfactual.module.css';
import { GradeBadge } from './Evidence.tsx';
import { FanFigure } from './FanFigure.tsx';
import { refusalWords, type Refusal } from './RefusalNotice.tsx';
import { SmallFans, type EstimatedUnit } from './SmallFans.tsx';
import type { Result } from './useCounterfactual.ts';
import { intervalSentence, probabilityWords } from './words.ts';

interface TotalViewProps {
  readonly result: Result;
  readonly names: readonly Unit[];
}

/** Several units: their sum from joint draws, each unit's fan, and those that have no answer. */
export function TotalView({ result, names }: TotalViewProps) {
  const t = useText();
  const estimated = result.units.flatMap(({ unitId, code, result: own }): EstimatedUnit[] =>
    own.status === 'estimated' ? [{ unitId, code, estimate: own }] : [],
  );
  const refused = result.units.flatMap(({ unitId, code, result: own }) =>
    own.status === 'refused' ? [{ unitId, code, refusal: own }] : [],
  );
  return (
    <>
      {result.total !== null && <Total total={result.total} />}
      {result.total === null && (
        <h2 className={classes.sentence} data-testid="sentence">
          {t('counterfactual:total.none')}
        </h2>
      )}
      {estimated.length > 0 && <SmallFans units={estimated} names={names} />}
      {refused.length > 0 && <Refused units={refused} names={names} />}
    </>
  );
}

function Total({ total }: { readonly total: NonNullable<Result['total']> }) {
  const t = useText();
  const format = useFormat();
  // Its last month with an answer is what "now" means.
  const asOf = total.months.findLast((_, index) => (total.fan[index] ?? null) !== null) ?? total.months.at(-1);
  if (asOf === undefined) return null;
  return (
    <>
      <div className={classes.words}>
        <p className={classes.badges}>
          <StatusBadge tone="dueSoon" icon={IconFlask} label={t('counterfactual:provisional')} />
          <GradeBadge grade="D" />
        </p>
        <h2 className={classes.sentence} data-testid="sentence">
          {intervalSentence(
            {
              subject: t('counterfactual:subject.total', { count: total.unitsCovered }),
              actual: total.backlogNow,
              month: asOf,
              avoided: total.avoided,
            },
            t,
            format,
          )}
        </h2>
        <p className={classes.beside}>
          {t('counterfactual:probability.totalSentence', {
            probability: probabilityWords(total.probabilityBelow, t, format),
          })}
          {total.unitsCovered < total.unitsAsked && (
            <>
              {' '}
              {t('counterfactual:total.notCovered', {
                count: total.unitsAsked - total.unitsCovered,
                asked: format.number(total.unitsAsked),
              })}
            </>
          )}
        </p>
      </div>
      <FanFigure
        title={t('counterfactual:total.title')}
        description={t('counterfactual:total.text')}
        series={total}
        asOf={asOf}
        fundingStart={null}
        pointClaim={false}
        hasMiddle
        covered={total.covered}
      />
    </>
  );
}

interface RefusedProps {
  readonly units: readonly { readonly unitId: string; readonly code: string; readonly refusal: Refusal }[];
  readonly names: readonly Unit[];
}

function Refused({ units, names }: RefusedProps) {
  const t = useText();
  const format = useFormat();
  const nameOf = (unitId: string) => names.find((each) => each.id === unitId);
  return (
    <section aria-labelledby="refused-title" data-testid="refusal">
      <h3 id="refused-title" className={classes.heading}>
        {t('counterfactual:total.refused', { count: units.length })}
      </h3>
      <DataTable
        caption={t('counterfactual:total.refused', { count: units.length })}
        rows={units}
        rowKey={(unit) => unit.unitId}
        columns={[
          {
            key: 'unit',
            header: t('counterfactual:pick.unit'),
            cell: ({ unitId, code }) => {
              const unit = nameOf(unitId);
              return unit === undefined ? code : `${code} · ${format.bilingual(unit.name)}`;
            },
            narrow: true,
          },
          {
            key: 'why',
            header: t('counterfactual:total.why'),
            cell: ({ refusal }) => refusalWords(refusal, t, format).join(' '),
          },
        ]}
      />
    </section>
  );
}
