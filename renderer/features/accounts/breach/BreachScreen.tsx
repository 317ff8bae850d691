import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LostThing } from '#contract/accounts/breach';
import { useWrite } from '../../../bridge/queries.ts';
import { useServer } from '../../../bridge/server.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import classes from './Breach.module.css';
import { BreachResult } from './BreachResult.tsx';
import { LostFields } from './LostFields.tsx';

/** What a lost computer, backup or export contained, in counts, and who could have opened it. */
export function BreachScreen() {
  const t = useText();
  const report = useWrite('breach.report');
  const server = useServer();
  const [chosen, setChosen] = useState<LostThing | null | undefined>(undefined);
  const first = typeof server === 'string' ? 'export' : 'computer';
  const lost = chosen === undefined && first === 'computer' ? ({ kind: first } as const) : (chosen ?? null);
  return (
    <>
      <PageHeader title={t('codes:breachText.title')} context={t('admin:breach.context')} />
      <div className={classes.page}>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (lost !== null) report.mutate({ lost });
          }}
        >
          <LostFields
            first={first}
            key={first}
            onLost={(next) => {
              setChosen(next);
              // What is shown is of what is chosen.
              report.reset();
            }}
          />
          <Button type="submit" disabled={lost === null} loading={report.isPending}>
            {t('admin:breach.report')}
          </Button>
        </form>
        {report.error !== null && <FailureAlert failure={report.error.failure} />}
        {report.data !== undefined && <BreachResult report={report.data} />}
      </div>
    </>
  );
}
