import type { Assumptions } from '#contract/statistics/assumptions';
import type { AssumptionSet } from '#contract/statistics/laboratory';
import { useRead, useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useOpened } from '../../../../lib/useOpened.ts';
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { SaveSet } from './SaveSet.tsx';
import { SetList } from './SetList.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from './Sets.module.css';

interface AssumptionSetsProps {
  /** Those on screen: what is saved, and what is marked in the list. */
  readonly assumptions: Assumptions;
  readonly onChoose: (assumptions: Assumptions) => void;
}

/** Sets of assumptions under names: take one, save the present one, remove one. */
export function AssumptionSets({ assumptions, onChoose }: AssumptionSetsProps) {
  const t = useText();
  const list = useRead('assumptionSets.list', {});
  const [removed, dialog] = useOpened<AssumptionSet>();
  const sets = list.data?.sets;
  return (
    <section className={classes.sets} aria-labelledby="assumption-sets">
      <h3 id="assumption-sets" className={shared.title}>
        {t('laboratory:sets.title')}
      </h3>
      {list.error !== null && <FailureAlert failure={list.error.failure} />}
      {sets?.length === 0 && <p className={classes.note}>{t('laboratory:sets.none')}</p>}
      {sets !== undefined && (
        <>
          <SetList
            sets={sets}
            assumptions={assumptions}
            onChoose={(set) => {
              onChoose(set.assumptions);
            }}
            onRemove={dialog.open}
          />
          <SaveSet sets={sets} assumptions={assumptions} />
        </>
      )}
      {removed !== null && <RemoveSet set={removed} onClose={dialog.close} />}
    </section>
  );
}

function RemoveSet({ set, onClose }: { readonly set: AssumptionSet; readonly onClose: () => void }) {
  const t = useText();
  const remove = useWrite('assumptionSets.remove');
  const title = t('laboratory:sets.remove', { name: set.name });
  return (
    <ConfirmDialog
      title={title}
      confirm={title}
      isDangerous
      isBusy={remove.isPending}
      failure={remove.error?.failure}
      onConfirm={() => {
        remove.mutate({ id: set.id, version: set.version }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      {t('laboratory:sets.removeText')}
    </ConfirmDialog>
  );
}
