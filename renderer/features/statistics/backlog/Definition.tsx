import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useRules } from './useRules.ts';

/** The definition in force, printed where its figures are. */
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
