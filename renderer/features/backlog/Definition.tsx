import { useQueries } from '@tanstack/react-query';
import type { UnitId } from '#contract/ids';
import { call } from '../../bridge/bridge.ts';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { currentMonth } from '../../lib/currentMonth.ts';

/** The definition in force, printed where its figures stand. */
export function Definition({ unitIds }: { readonly unitIds: readonly UnitId[] }) {
  const t = useText();
  const format = useFormat();
  const rules = useRules(unitIds);
  if (rules === null) return <>{t('common:loading')}</>;
  const including = rules.filter((rule) => rule?.backlogDefinition === 'include_court').length;
  const name = including === 0 ? 'exclude' : including === rules.length ? 'include' : 'mixed';
  const [only] = rules;
  return (
    <>
      {t(`backlog:definition.${name}`, { including: format.number(including), units: format.number(rules.length) })}
      {rules.length === 1 && only !== undefined && (
        <>
          {' '}
          {t('backlog:definition.since', {
            day: format.day(only.validFrom),
            statement: format.bilingual(only.statement),
          })}
        </>
      )}
    </>
  );
}

/** Each unit's rule in force this month; undefined for a unit that states none, null while it is being read. */
function useRules(unitIds: readonly UnitId[]) {
  const answers = useQueries({
    queries: unitIds.map((unitId) => ({
      queryKey: ['countingRules.list', { unitId }],
      queryFn: () => call('countingRules.list', { unitId }),
    })),
  });
  if (answers.some((answer) => answer.data === undefined)) return null;
  return answers.map(({ data }) =>
    data?.rules
      .filter((rule) => rule.validFrom.slice(0, 7) <= currentMonth())
      .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      .at(-1),
  );
}
