import { TextInput } from '@mantine/core';
import type { SavedView } from '#contract/casework/lists';
import { useText } from '../i18n/text.ts';
import type { ListSetup } from '../lib/useListSetup.ts';
import { FormDialog } from './FormDialog.tsx';
import { useMethodForm } from './useMethodForm.ts';

interface ViewNameDialogProps<C> {
  readonly setup: ListSetup<C>;
  /** The view that gets another name; null for the present filter, order and columns. */
  readonly held: SavedView | null;
  readonly onClose: () => void;
}

export function ViewNameDialog<C>({ setup, held, onClose }: ViewNameDialogProps<C>) {
  const t = useText();
  const { query, arrangement } = setup;
  const { form, sending } = useMethodForm('lists.saveView', {
    values: { name: held?.name ?? '' },
    toInput: ({ name }) => ({
      held: held && { id: held.id, version: held.version },
      name,
      query,
      columns: arrangement === null ? null : [...arrangement],
    }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t(held === null ? 'lists:view.saveTitle' : 'lists:view.renameTitle')}
      submit={t(held === null ? 'lists:view.saveSubmit' : 'lists:view.renameTitle')}
      {...sending}
      onClose={onClose}
    >
      {held === null && <p>{t('lists:view.saveText')}</p>}
      <TextInput label={t('codes:field.name')} maxLength={60} data-autofocus {...form.getInputProps('name')} />
    </FormDialog>
  );
}
