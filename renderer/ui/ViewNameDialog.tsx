import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { z } from 'zod';
import { line } from '#contract/ground/common';
import type { SavedView } from '#contract/casework/lists';
import { useWrite } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import type { ListSetup } from '../lib/useListSetup.ts';
import { FormDialog } from './FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from './formErrors.tsx';

interface ViewNameDialogProps<C> {
  readonly setup: ListSetup<C>;
  /** The view that gets another name; null for the present filter, order and columns. */
  readonly held: SavedView | null;
  readonly onClose: () => void;
}

const named = z.object({ name: line(60) });

export function ViewNameDialog<C>({ setup, held, onClose }: ViewNameDialogProps<C>) {
  const t = useText();
  const save = useWrite('lists.saveView');
  const form = useForm({ initialValues: { name: held?.name ?? '' }, validate: validateWith(named) });
  const { query, arrangement } = setup;
  const submit = form.onSubmit(({ name }) => {
    const columns = arrangement === null ? null : [...arrangement];
    save.mutate(
      { held: held && { id: held.id, version: held.version }, name, query, columns },
      {
        onSuccess: onClose,
        onError: ({ failure }) => {
          form.setErrors(fieldErrors(failure));
        },
      },
    );
  }, focusFirstError);
  return (
    <FormDialog
      title={t(held === null ? 'lists:view.saveTitle' : 'lists:view.renameTitle')}
      submit={t(held === null ? 'lists:view.saveSubmit' : 'lists:view.renameSubmit')}
      isBusy={save.isPending}
      failure={save.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      {held === null && <p>{t('lists:view.saveText')}</p>}
      <TextInput label={t('lists:view.name')} maxLength={60} data-autofocus {...form.getInputProps('name')} />
    </FormDialog>
  );
}
