import { ActionIcon, Button, Checkbox, TextInput, UnstyledButton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { PlanId } from '#contract/ground/ids';
import { mostCompared, type Plan, type SavedPlan } from '#contract/statistics/plans';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { Scope } from '../estimate/useEstimate.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Plans.module.css';

interface SavedPlansProps {
  readonly scope: Scope;
  readonly plan: Plan;
  readonly compare: readonly PlanId[];
  readonly onOpen: (plan: Plan) => void;
  readonly onCompare: (ids: readonly PlanId[]) => void;
}

/** Plans of the same units: open one, show up to three with the drawn one, save, remove. */
export function SavedPlans({ scope, plan, compare, onOpen, onCompare }: SavedPlansProps) {
  const t = useText();
  const list = useRead('plans.list', {});
  const [removed, dialog] = useOpened<SavedPlan>();
  const own = (list.data?.plans ?? []).filter((each) => JSON.stringify(each.scope) === JSON.stringify(scope));
  return (
    <section className={classes.group} aria-labelledby="saved-plans">
      <h3 id="saved-plans" className={shared.title}>
        {t('plans:saved.title', { count: own.length })}
      </h3>
      {list.error !== null && <FailureAlert failure={list.error.failure} />}
      <ul className={classes.saved}>
        {own.map((each) => (
          <SavedLine
            key={each.id}
            saved={each}
            isCompared={compare.includes(each.id)}
            isFull={compare.length >= mostCompared}
            onOpen={() => {
              onOpen(each.plan);
            }}
            onCompare={(on) => {
              onCompare(on ? [...compare, each.id] : compare.filter((id) => id !== each.id));
            }}
            onRemove={dialog.opener(each)}
          />
        ))}
      </ul>
      <SavePlan scope={scope} plan={plan} saved={own} />
      {removed !== null && (
        <RemovePlan
          plan={removed}
          onDone={() => {
            onCompare(compare.filter((id) => id !== removed.id));
            dialog.close();
          }}
          onClose={dialog.close}
        />
      )}
    </section>
  );
}

interface SavedLineProps {
  readonly saved: SavedPlan;
  readonly isCompared: boolean;
  readonly isFull: boolean;
  readonly onOpen: () => void;
  readonly onCompare: (on: boolean) => void;
  readonly onRemove: () => void;
}

function SavedLine({ saved, isCompared, isFull, onOpen, onCompare, onRemove }: SavedLineProps) {
  const t = useText();
  const format = useFormat();
  return (
    <li className={classes.savedPlan}>
      <UnstyledButton
        title={t('plans:saved.by', { who: saved.savedBy, at: format.instant(saved.savedAt) })}
        onClick={onOpen}
      >
        {saved.name}
      </UnstyledButton>
      <Checkbox
        label={t('plans:saved.compare')}
        aria-label={t('plans:saved.compareNamed', { name: saved.name })}
        checked={isCompared}
        disabled={isFull && !isCompared}
        onChange={(event) => {
          onCompare(event.currentTarget.checked);
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('plans:saved.remove', { name: saved.name })}
        onClick={onRemove}
      >
        <IconTrash size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </li>
  );
}

interface SavePlanProps {
  readonly scope: Scope;
  readonly plan: Plan;
  readonly saved: readonly SavedPlan[];
}

/** A name in use replaces the plan that has it. */
function SavePlan({ scope, plan, saved }: SavePlanProps) {
  const t = useText();
  const { form, sending } = useMethodForm('plans.save', {
    values: { name: '' },
    toInput: ({ name }) => {
      const before = saved.find((each) => each.name === name.trim());
      return { name, scope, plan, ...(before && { version: before.version }) };
    },
    onDone: () => {
      form.reset();
    },
  });
  const isUsed = saved.some((each) => each.name === form.values.name.trim());
  return (
    <form onSubmit={sending.onSubmit} className={classes.group}>
      {sending.failure !== null && <FailureAlert failure={sending.failure} />}
      <TextInput label={t('plans:saved.name')} {...form.getInputProps('name')} />
      <div>
        <Button type="submit" variant="default" loading={sending.isBusy}>
          {t(`plans:saved.${isUsed ? 'replace' : 'save'}`)}
        </Button>
      </div>
    </form>
  );
}

interface RemovePlanProps {
  readonly plan: SavedPlan;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function RemovePlan({ plan, onDone, onClose }: RemovePlanProps) {
  const t = useText();
  const remove = useWrite('plans.remove');
  const title = t('plans:saved.remove', { name: plan.name });
  return (
    <ConfirmDialog
      title={title}
      confirm={title}
      isDangerous
      isBusy={remove.isPending}
      failure={remove.error?.failure}
      onConfirm={() => {
        remove.mutate({ id: plan.id, version: plan.version }, { onSuccess: onDone });
      }}
      onClose={onClose}
    >
      {t('plans:saved.removeText')}
    </ConfirmDialog>
  );
}
