import { NativeSelect } from '@mantine/core';
import { clearanceOutcome } from '#contract/casework/clearance';
import type { Output } from '#contract/index';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { today } from '../../../../lib/today.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DateField } from '../../../../ui/DateField.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FileDialogProps } from '../fileSteps.ts';

type Held = Output<'clearance.get'>['clearance'];
type Reasons = Output<'clearanceReasons.list'>['reasons'];

export function ClearanceDialog(props: FileDialogProps) {
  const held = useRead('clearance.get', { investigationId: props.file.id }).data;
  const reasons = useRead('clearanceReasons.list', {}).data?.reasons;
  if (held === undefined || reasons === undefined) return null;
  return <ClearanceForm {...props} held={held.clearance} reasons={reasons} />;
}

interface ClearanceValues {
  /** The code of a reason, or `unfounded`. */
  readonly standing: string;
  readonly on: string;
}

const unfounded = 'unfounded';

function startingValues(held: Held): ClearanceValues {
  if (held === null) return { standing: 'open', on: today() };
  return { standing: held.founded ? (held.reason ?? '') : unfounded, on: held.on };
}

function ClearanceForm({
  file,
  held,
  reasons,
  onClose,
}: FileDialogProps & { readonly held: Held; readonly reasons: Reasons }) {
  const t = useText();
  const { fileNumber } = useNames();
  const format = useFormat();
  const { form, sending } = useMethodForm('clearance.record', {
    values: startingValues(held),
    toInput: ({ standing, on }) => ({
      investigationId: file.id,
      version: held?.version ?? null,
      status: { founded: standing !== unfounded, reason: standing === unfounded ? null : standing, on },
    }),
    onDone: onClose,
  });
  const groups = clearanceOutcome.options.map((outcome) => ({
    group: t(`codes:clearanceOutcome.${outcome}`),
    items: reasons
      .filter((each) => each.outcome === outcome && (each.active || each.code === held?.reason))
      .map(({ code, name }) => ({ value: code, label: format.bilingual(name) })),
  }));
  return (
    <FormDialog
      title={t('offences:clearance.dialog', { number: fileNumber(file) })}
      submit={t('offences:clearance.record')}
      {...sending}
      onClose={onClose}
    >
      <NativeSelect
        label={t('codes:field.state')}
        data={[...groups, { value: unfounded, label: t('offences:clearance.unfounded') }]}
        data-autofocus
        {...form.getInputProps('standing')}
      />
      <DateField label={t('offences:clearance.on')} w={160} {...form.getInputProps('on')} />
    </FormDialog>
  );
}
