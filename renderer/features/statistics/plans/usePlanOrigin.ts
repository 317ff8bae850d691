import { useMemo } from 'react';
import { lastActualMonth } from '#contract/statistics/planNotices';
import type { Projection } from '#contract/statistics/plans';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { Format } from '../estimate/estimateText.ts';
import type { FigureOrigin } from '../estimate/figures/DrawnFigure.tsx';
import type { Scope } from '../estimate/useEstimate.ts';

/** What the figure of a plan is about and rests on. */
export function usePlanOrigin(projection: Projection, scope: Scope): FigureOrigin {
  const t = useText();
  const format = useFormat();
  const { workspace } = useSession();
  const names = useRead('units.list', {}).data?.units ?? [];
  const name = 'unitId' in scope ? names.find(({ id }) => id === scope.unitId) : undefined;
  const about = name === undefined ? unitsText(projection, t, format) : `${name.code} · ${format.bilingual(name.name)}`;
  const { marking, demonstration } = workspace;
  return useMemo(
    () => ({
      about,
      marking: demonstration ? `${marking} · ${t('counterfactual:export.fictitious')}` : marking,
      notes: [
        t('plans:about', { about, month: format.month(lastActualMonth(projection.units, projection.lastMonth)) }),
        t('plans:provenance', {
          draws: format.number(projection.draws),
          hash: projection.inputsHash.slice(0, 12),
          plans: format.number(projection.plansSaved),
        }),
        t('plans:if'),
      ],
    }),
    [about, marking, demonstration, projection, t, format],
  );
}

function unitsText({ units, notPlanned }: Projection, t: Translate, format: Format): string {
  if (notPlanned.length === 0) return t('counterfactual:pick.several', { count: units.length });
  return t('counterfactual:pick.covered', {
    covered: format.number(units.length),
    asked: format.number(units.length + notPlanned.length),
  });
}
