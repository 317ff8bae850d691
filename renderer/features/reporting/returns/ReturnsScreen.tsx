import { Button } from '@mantine/core';
import { Route, Switch } from 'wouter';
import { fiscalYear } from '#contract/ground/dates';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useGo } from '../../../lib/useGo.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { AnnualPage } from './annual/AnnualPage.tsx';
import { RenewalPage } from './renewal/RenewalPage.tsx';
import { ReturnBoard } from './ReturnBoard.tsx';
import { ReturnPage } from './ReturnPage.tsx';
import { figureFromPath, stepFromPath, versionFromPath } from './returnPaths.ts';
import classes from './Returns.module.css';

export function ReturnsScreen() {
  const agreements = useRead('agreements.list', {});
  const returns = useRead('returns.list', {});
  const failure = agreements.error ?? returns.error;
  if (failure !== null)
    return (
      <div className={classes.body}>
        <FailureAlert failure={failure.failure} />
      </div>
    );
  if (agreements.data === undefined || returns.data === undefined) return null;
  const known = agreements.data.agreements;
  const { consolidated } = returns.data;
  const reported = consolidated === null ? known : [...known, consolidated];
  return (
    <Switch>
      <Route path="/returns">
        <ReturnBoard agreements={known} list={returns.data} />
      </Route>
      <Route path="/returns/annual/:agreement/:year">
        {(params) => {
          const agreement = known.find((each) => each.id === params.agreement);
          const year = fiscalYear.safeParse(Number(params.year));
          if (agreement === undefined || !year.success) return <NoReturn />;
          return <AnnualPage key={`${params.agreement} ${params.year}`} agreement={agreement} year={year.data} />;
        }}
      </Route>
      <Route path="/returns/renewal/:agreement">
        {(params) => {
          const agreement = known.find((each) => each.id === params.agreement);
          return agreement === undefined ? <NoReturn /> : <RenewalPage key={params.agreement} agreement={agreement} />;
        }}
      </Route>
      <Route path="/returns/:agreement/:version/:step/:figure?">
        {(params) => {
          const agreement = reported.find((each) => each.id === params.agreement);
          const version = versionFromPath(params.version);
          const step = stepFromPath(params.step);
          if (agreement === undefined || version === null || step === null) return <NoReturn />;
          return (
            <ReturnPage
              key={`${params.agreement} ${params.version}`}
              agreement={agreement}
              quarter={version.quarter}
              edition={version.edition}
              step={step}
              figure={figureFromPath(params.figure)}
            />
          );
        }}
      </Route>
      <Route>
        <NoReturn />
      </Route>
    </Switch>
  );
}

function NoReturn() {
  const t = useText();
  const go = useGo();
  return (
    <>
      <PageHeader title={t('returns:nav')} />
      <EmptyState
        title={t('returns:missing.title')}
        text={t('returns:missing.text')}
        action={<Button onClick={go('/returns')}>{t('returns:missing.toList')}</Button>}
      />
    </>
  );
}
