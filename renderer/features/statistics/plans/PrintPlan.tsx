import { Button } from '@mantine/core';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useJob } from '../../../bridge/jobs.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Plans.module.css';
import type { PlanQuestion } from './usePlan.ts';

/** The annex of two pages for a renewal request, in the language on screen. */
export function PrintPlan({ scope, lastMonth, plan, compare }: PlanQuestion) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const { start, progress, cancel } = useJob();
  const choose = useWrite('files.save');
  const print = useWrite('plans.print');
  const failure = choose.error?.failure ?? print.error?.failure;
  const pick = () => {
    print.reset();
    choose.mutate(
      { purpose: 'paper_pdf', suggestedName: `${t('plans:annex.fileName')}.pdf` },
      {
        onSuccess: ({ file }) => {
          if (file === null) return;
          print.mutate({
            ...{ scope, lastMonth, plan, compare: [...compare] },
            ...{ file: file.grant, locale, jobId: start() },
          });
        },
      },
    );
  };
  return (
    <section className={classes.group} aria-labelledby="plan-annex">
      <h3 id="plan-annex" className={shared.title}>
        {t('plans:annex.title')}
      </h3>
      <p className={shared.note}>{t('plans:annex.text')}</p>
      <div className={classes.saveLine}>
        <Button variant="default" loading={choose.isPending || print.isPending} onClick={pick}>
          {t('plans:annex.save')}
        </Button>
        <span role="status">{print.isSuccess && t('common:savedNow')}</span>
      </div>
      {print.isPending && <ProgressPanel title={t('plans:backtest.running')} progress={progress} onCancel={cancel} />}
      {failure !== undefined && <FailureAlert failure={failure} />}
    </section>
  );
}
