import { Route, Switch } from 'wouter';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { AgreementForm } from './AgreementForm.tsx';
import { AgreementList } from './AgreementList.tsx';
import classes from './Agreements.module.css';

export function AgreementsScreen() {
  const t = useText();
  const list = useRead('agreements.list', {});
  const units = useRead('units.list', {});
  const failure = list.error ?? units.error;
  if (failure !== null)
    return (
      <div className={classes.body}>
        <FailureAlert failure={failure.failure} />
      </div>
    );
  if (list.data === undefined || units.data === undefined) return null;
  const { agreements } = list.data;
  const known = units.data.units;
  return (
    <Switch>
      <Route path="/agreements">
        <AgreementList agreements={agreements} />
      </Route>
      <Route path="/agreements/new">
        <AgreementForm agreement={null} units={known} />
      </Route>
      <Route path="/agreements/:id">
        {({ id }) => {
          const found = agreements.find((agreement) => agreement.id === id);
          return found === undefined ? (
            <>
              <PageHeader title={t('agreements:nav')} />
              <EmptyState title={t('agreements:missing.title')} text={t('agreements:missing.text')} />
            </>
          ) : (
            // A save by someone else starts the form again on what is now recorded.
            <AgreementForm key={`${found.id} ${String(found.version)}`} agreement={found} units={known} />
          );
        }}
      </Route>
    </Switch>
  );
}
