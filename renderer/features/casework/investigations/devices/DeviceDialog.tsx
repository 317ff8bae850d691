import type { DeviceRow } from '#contract/casework/devices';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { blanksAsNull, ifChanged, orNull, withBlanks } from '../../../../lib/blanks.ts';
import { today } from '../../../../lib/today.ts';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FileDialogProps } from '../fileSteps.ts';
import { CorrectionReason } from '../../corrections/ReasonField.tsx';
import { useStrike } from '../../corrections/useStrike.tsx';
import { DeviceFields } from './DeviceFields.tsx';
import { lockOf, lockWord, newDevice, type DeviceValues } from './deviceValues.ts';

function factsOf({ locked, unlockedOn, ...values }: DeviceValues) {
  return {
    ...blanksAsNull(values),
    seizedOn: values.seizedOn,
    locked: lockOf(locked),
    unlockedOn: locked === 'locked' ? orNull(unlockedOn) : null,
  };
}

/** Records devices seized, or what happened to them since. */
export function DeviceDialog({ file, device, onClose }: FileDialogProps & { readonly device: DeviceRow | null }) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm(device === null ? 'devices.record' : 'devices.change', {
    values: {
      ...withBlanks<DeviceValues>(newDevice(today()), device && { ...device, locked: lockWord(device.locked) }),
      reason: '',
    },
    toInput: ({ reason, ...values }) => ({
      ...factsOf(values),
      investigationId: file.id,
      ...(device !== null && {
        reason: orNull(reason),
        personId: ifChanged(values.personId, device.personId),
        deviceId: device.id,
        version: device.version,
      }),
    }),
    names: {
      count: t('fileWork:devices.count'),
      label: t('codes:field.label'),
      seizedOn: t('codes:field.seizedOn'),
      queuedOn: t('codes:field.queuedOn'),
      lab: t('codes:field.lab'),
      place: t('codes:field.place'),
      beganOn: t('fileWork:devices.beganOn'),
      examinedOn: t('codes:field.examinedOn'),
      locked: t('codes:field.locked'),
      unlockedOn: t('codes:field.unlockedOn'),
      endedOn: t('fileWork:devices.endedOn'),
    },
    onDone: onClose,
  });
  const struck = device && {
    record: 'device' as const,
    row: device,
    name: `${t(`codes:deviceKind.${device.kind}`)}, ${device.seizedOn}`,
  };
  const [striking, aside] = useStrike({ kind: 'investigation', id: file.id }, struck, onClose);
  if (striking !== null) return striking;
  return (
    <FormDialog
      title={t(device === null ? 'fileWork:devices.dialog.add' : 'fileWork:devices.dialog.change', {
        number: fileNumber(file),
      })}
      submit={t(device === null ? 'fileWork:devices.dialog.submitNew' : 'fileWork:devices.dialog.submit')}
      aside={aside}
      {...sending}
      onClose={onClose}
    >
      <DeviceFields file={file} form={form} isNew={device === null} />
      <CorrectionReason before={device} after={factsOf(form.values)} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
