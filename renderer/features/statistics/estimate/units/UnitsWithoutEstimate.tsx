import type { Unit } from '#contract/accounts/people';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DataTable } from '../../../../ui/DataTable.tsx';
import classes from '../Estimate.module.css';
import { refusalWords, type Refusal } from '../RefusalNotice.tsx';

export interface RefusedUnit {
  readonly unitId: string;
  readonly code: string;
  readonly refusal: Refusal;
}

interface UnitsWithoutEstimateProps {
  readonly units: readonly RefusedUnit[];
  readonly names: readonly Unit[];
}

/** The units without an estimate, each with its missing data. */
export function UnitsWithoutEstimate({ units, names }: UnitsWithoutEstimateProps) {
  const t = useText();
  const format = useFormat();
  const title = t('counterfactual:total.refused', { count: units.length });
  return (
    <section aria-labelledby="refused-title" data-testid="refusal">
      <h3 id="refused-title" className={classes.heading}>
        {title}
      </h3>
      <DataTable
        caption={title}
        rows={units}
        rowKey={(unit) => unit.unitId}
        columns={[
          {
            key: 'unit',
            header: t('codes:heading.unit'),
            cell: ({ unitId, code }) => {
              const unit = names.find(({ id }) => id === unitId);
              return <span title={unit && format.bilingual(unit.name)}>{code}</span>;
            },
            narrow: true,
          },
          {
            key: 'why',
            header: t('common:missingData'),
            cell: ({ refusal }) => refusalWords(refusal, t, format).join(' '),
          },
        ]}
      />
    </section>
  );
}
