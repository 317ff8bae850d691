import { Button, Group, TextInput } from '@mantine/core';
import type { RememberedMapping } from '#contract/intake/imports';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Imports.module.css';

type Step = { readonly what: 'rename' | 'delete'; readonly mapping: RememberedMapping };

/** The mappings that will be taken up when a file with the same columns comes again. */
export function Mappings() {
  const t = useText();
  const read = useRead('importMappings.list', {});
  const [step, dialog] = useOpened<Step>();
  const mappings = read.data?.mappings ?? [];
  if (mappings.length === 0) return null;
  const close = dialog.close;
  return (
    <section className={classes.past} aria-label={t('imports:mappings.title')}>
      <h2 className={classes.heading}>{t('imports:mappings.title')}</h2>
      <DataTable
        caption={t('imports:mappings.title')}
        rows={mappings}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: t('imports:mappings.name'), cell: (row) => row.name ?? <Unnamed /> },
          { key: 'kind', header: t('common:content'), narrow: true, value: (row) => t(`imports:kind.${row.kind}`) },
          { key: 'columns', header: t('imports:mappings.columns'), value: (row) => row.columns.join(', ') },
          { key: 'file', header: t('imports:mappings.file'), value: (row) => row.fileName },
          { key: 'used', header: t('imports:mappings.used'), as: 'instant', value: (row) => row.usedAt },
          {
            key: 'steps',
            header: t('imports:mappings.steps'),
            hidesHeader: true,
            narrow: true,
            cell: (mapping) => <Steps mapping={mapping} onStep={dialog.open} />,
          },
        ]}
      />
      {step?.what === 'rename' && <Rename key={step.mapping.id} mapping={step.mapping} onClose={close} />}
      {step?.what === 'delete' && <Delete key={step.mapping.id} mapping={step.mapping} onClose={close} />}
    </section>
  );
}

function Unnamed() {
  const t = useText();
  return <span className={shared.quiet}>{t('imports:mappings.unnamed')}</span>;
}

interface StepsProps {
  readonly mapping: RememberedMapping;
  readonly onStep: (step: Step) => void;
}

function Steps({ mapping, onStep }: StepsProps) {
  const t = useText();
  const named = mapping.name ?? mapping.fileName ?? '';
  return (
    <Group gap={4} wrap="nowrap">
      {(['rename', 'delete'] as const).map((what) => (
        <Button
          key={what}
          size="compact-xs"
          variant="default"
          aria-label={t(`imports:mappings.${what}Of`, { name: named })}
          onClick={() => {
            onStep({ what, mapping });
          }}
        >
          {t(`imports:mappings.${what}`)}
        </Button>
      ))}
    </Group>
  );
}

interface StepProps {
  readonly mapping: RememberedMapping;
  readonly onClose: () => void;
}

function Rename({ mapping: { id, version, name }, onClose }: StepProps) {
  const t = useText();
  const { form, sending } = useMethodForm('importMappings.rename', {
    values: { name: name ?? '' },
    toInput: (values) => ({ id, version, name: orNull(values.name) }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('imports:mappings.renameTitle')}
      submit={t('imports:mappings.rename')}
      {...sending}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('imports:mappings.name')}
        description={t('imports:mappings.nameHint')}
        maxLength={80}
        {...form.getInputProps('name')}
      />
    </FormDialog>
  );
}

function Delete({ mapping: { id, version, name, fileName }, onClose }: StepProps) {
  const t = useText();
  const remove = useWrite('importMappings.delete');
  return (
    <ConfirmDialog
      title={t('imports:mappings.deleteTitle', { name: name ?? fileName ?? '' })}
      confirm={t('imports:mappings.delete')}
      isDangerous
      isBusy={remove.isPending}
      failure={remove.error?.failure}
      onClose={onClose}
      onConfirm={() => {
        remove.mutate({ id, version }, { onSuccess: onClose });
      }}
    >
      {t('imports:mappings.deleteText')}
    </ConfirmDialog>
  );
}
