import { useCallback, useMemo } from 'react';
import type { Assumptions } from '#contract/assumptions';
import type { Estimate } from '#contract/counterfactual';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { PlotChart } from '../../ui/PlotChart.tsx';
import { drawSensitivity, type Strip } from './drawSensitivity.ts';
import { whole } from './words.ts';

interface SensitivityProps {
  readonly estimate: Estimate;
  readonly assumptions: Assumptions;
}

/** The backlog avoided if one thing were assumed otherwise, the rest kept. */
export function Sensitivity({ estimate, assumptions }: SensitivityProps) {
  const t = useText();
  const format = useFormat();
  const strips = useStrips(estimate, assumptions);
  const draw = useCallback(
    (width: number) =>
      drawSensitivity(strips, {
        number: (value) => format.number(value),
        hasMiddle: estimate.pointClaim,
        labelWidth: Math.min(196, width * 0.45),
      }),
    [strips, estimate.pointClaim, format],
  );
  const files = (value: number) => format.number(whole(value));
  return (
    <Figure
      title={t('counterfactual:sensitivity.title')}
      description={t('counterfactual:sensitivity.text')}
      chart={<PlotChart height={strips.length * 24 + 36} draw={draw} />}
      table={
        <DataTable
          caption={t('counterfactual:sensitivity.title')}
          rows={strips}
          rowKey={(strip) => strip.label}
          columns={[
            { key: 'label', header: t('counterfactual:sensitivity.assumption'), cell: (strip) => strip.label },
            {
              key: 'low',
              header: t('counterfactual:table.low', { share: format.percent(0.8) }),
              cell: (strip) => files(strip.low),
              align: 'end',
              narrow: true,
            },
            {
              key: 'high',
              header: t('counterfactual:table.high', { share: format.percent(0.8) }),
              cell: (strip) => files(strip.high),
              align: 'end',
              narrow: true,
            },
          ]}
        />
      }
    />
  );
}

function inForce(assumptions: Assumptions): Record<Estimate['sensitivity'][number]['scenario'], number | null> {
  return {
    ramp_months: assumptions.rampMonths,
    overtime_productivity: assumptions.overtimeProductivity,
    substitution_share: assumptions.substitutionShare,
    induced_inflow_share: assumptions.inducedInflowShare,
  };
}

/** What is assumed now on top; a change to what is assumed already is no change, and is left out. */
function useStrips({ sensitivity, avoided }: Estimate, assumptions: Assumptions): readonly Strip[] {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const base = {
      label: t('counterfactual:sensitivity.base'),
      low: avoided.p10,
      median: avoided.p50,
      high: avoided.p90,
      isBase: true,
    };
    const held = inForce(assumptions);
    const others = sensitivity.filter(({ scenario, value }) => held[scenario] !== value);
    const changed = others.map(({ scenario, value, low, median, high }) => {
      const shown =
        scenario === 'ramp_months'
          ? format.number(value)
          : scenario === 'overtime_productivity'
            ? format.number(value, 1)
            : format.percent(value);
      return { label: t(`counterfactual:scenario.${scenario}`, { value: shown }), low, median, high, isBase: false };
    });
    return [base, ...changed];
  }, [sensitivity, avoided, assumptions, t, format]);
}
