import { Checkbox, Stack } from '@mantine/core';
import type { OperationId } from '#contract/ground/ids';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { GroupDialogProps } from '../fileGroups.ts';
import { useGroupTitle } from '../useGroupTitle.ts';

interface TagDialogProps extends GroupDialogProps {
  /** The operations of a file alone; several files are only added to operations. */
  readonly held: readonly OperationId[];
}

export function TagDialog({ files, held, onClose, onDone }: TagDialogProps) {
  const t = useText();
  const title = useGroupTitle('operations', files);
  const filter = { unitId: files[0]?.unitId };
  const operations = useRead('operations.list', { filter }).data?.operations ?? [];
  const { form, sending } = useMethodForm('operations.tag', {
    values: { operationIds: [...held] as string[] },
    toInput: ({ operationIds }) => ({
      files: files.map(({ id }) => ({
        investigationId: id,
        add: operationIds.filter((each) => !held.some((own) => own === each)),
        remove: held.filter((each) => !operationIds.includes(each)),
      })),
    }),
    onDone: ({ back }) => {
      onDone({ method: 'operations.tag', input: { files: back }, count: back.length });
    },
  });
  return (
    <FormDialog title={title} submit={t('fileWork:operations.tagSubmit')} {...sending} onClose={onClose}>
      {operations.length === 0 ? (
        <p>{t('fileWork:operations.noneYet')}</p>
      ) : (
        <Checkbox.Group label={t('fileWork:operations.nav')} {...form.getInputProps('operationIds')}>
          <Stack gap={6} mt={4}>
            {operations.map(({ id, name }, index) => (
              <Checkbox key={id} value={id} label={name} data-autofocus={index === 0 || undefined} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </FormDialog>
  );
}
