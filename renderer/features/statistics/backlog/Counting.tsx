import { openReferralStates, waitingState } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Backlog.module.css';
import { useRules } from './useRules.ts';

/** What every figure of the page counts, as of today, and under which rule of each unit. */
export function Counting({ unitIds }: { readonly unitIds: readonly UnitId[] }) {
  const t = useText();
  const format = useFormat();
  const { unitCode } = useNames();
  const rules = useRules(unitIds);
  if (rules === null) return null;
  const rows = unitIds.map((unitId, index) => ({ unitId, rule: rules[index] }));
  const list = (names: readonly string[]) => names.join(', ');
  return (
    <section className={classes.section} aria-labelledby="counting-title">
      <div className={classes.sectionHead}>
        <h2 id="counting-title" className={shared.title}>
          {t('backlog:counting.title')}
        </h2>
        <span className={shared.quiet}>{t('backlog:counting.asOf', { day: format.day(today()) })}</span>
      </div>
      <p className={shared.noteBelow}>
        {t('backlog:counting.states', {
          referrals: list(openReferralStates.map((state) => t(`codes:referralState.${state}`))),
          waiting: list(
            waitingState.options
              .filter((state) => state !== 'crown_or_court')
              .map((state) => t(`codes:waitingState.${state}`)),
          ),
          court: t('codes:waitingState.crown_or_court'),
        })}
      </p>
      <details className={classes.details}>
        <summary>{t('backlog:counting.rules', { count: rows.length })}</summary>
        <p className={shared.noteBelow}>{t('backlog:counting.once')}</p>
        <DataTable
          caption={t('backlog:counting.rules', { count: rows.length })}
          rows={rows}
          rowKey={({ unitId }) => unitId}
          columns={[
            { key: 'unit', header: t('codes:heading.unit'), value: ({ unitId }) => unitCode(unitId), narrow: true },
            {
              key: 'court',
              header: t('codes:waitingState.crown_or_court'),
              value: ({ rule }) =>
                t(`backlog:counting.${rule?.backlogDefinition === 'include_court' ? 'counted' : 'notCounted'}`),
              narrow: true,
            },
            {
              key: 'since',
              header: t('backlog:counting.since'),
              value: ({ rule }) => rule?.validFrom ?? t('backlog:counting.default'),
              narrow: true,
            },
            {
              key: 'statement',
              header: t('backlog:counting.statement'),
              value: ({ rule }) => (rule === undefined ? t('common:none') : format.bilingual(rule.statement)),
            },
          ]}
        />
      </details>
    </section>
  );
}
