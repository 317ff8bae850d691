import { Button, Group } from '@mantine/core';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useJob } from '../../../bridge/jobs.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Plans.module.css';
import { useRefreshPlans } from './useBacktest.ts';
import type { PlanQuestion } from './usePlan.ts';

/** The annex of two pages for a renewal request, in the language on screen. */
export function PrintPlan({ scope, lastMonth, plan, compare }: PlanQuestion) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const { start, progress, cancel } = useJob();
  const { save, isPending, isWriting, written, failure } = useSaveAs('plans.print');
  const refreshPlans = useRefreshPlans();
  const pick = () => {
    save(
      { purpose: 'paper_pdf', suggestedName: `${t('plans:annex.fileName')}.pdf` },
      (file) => ({
        scope,
        lastMonth,
        plan,
        compare: [...compare],
        file,
        locale,
        jobId: start(),
      }),
      refreshPlans,
    );
  };
  return (
    <section className={classes.group} aria-labelledby="plan-annex">
      <h3 id="plan-annex" className={shared.title}>
        {t('plans:annex.title')}
      </h3>
      <p className={shared.note}>{t('plans:annex.text')}</p>
      <Group gap={12} wrap="nowrap">
        <Button variant="default" loading={isPending} onClick={pick}>
          {t('plans:annex.save')}
        </Button>
        <span role="status">{written !== undefined && t('common:savedNow')}</span>
      </Group>
      {isWriting && <ProgressPanel title={t('plans:backtest.running')} progress={progress} onCancel={cancel} />}
      {failure !== undefined && <FailureAlert failure={failure} />}
    </section>
  );
}
