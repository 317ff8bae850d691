import { useForm } from '@mantine/form';
import type { DeviceRow } from '#contract/casework/devices';
import { contract, type Input } from '#contract/index';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { today } from '../../../../lib/today.ts';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../../ui/formErrors.tsx';
import type { FileDialogProps } from '../fileSteps.ts';
import { DeviceFields } from './DeviceFields.tsx';
import { deviceFactsOf, deviceValuesOf, newDevice, type DeviceValues } from './deviceValues.ts';

/** Records devices seized, or what happened to them since. */
export function DeviceDialog({ file, device, onClose }: FileDialogProps & { readonly device: DeviceRow | null }) {
  const t = useText();
  const record = useWrite('devices.record');
  const change = useWrite('devices.change');
  const write = device === null ? record : change;
  const toInput = (values: DeviceValues): Input<'devices.record'> => ({
    ...deviceFactsOf(values),
    investigationId: file.id,
  });
  const form = useForm<DeviceValues>({
    initialValues: device === null ? newDevice(today()) : deviceValuesOf(device),
    validate: validateWith(contract['devices.record'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    const then = {
      onSuccess: onClose,
      onError: ({ failure }: NonNullable<typeof write.error>) => {
        form.setErrors(fieldErrors(failure));
      },
    };
    if (device === null) record.mutate(toInput(values), then);
    else change.mutate({ ...toInput(values), deviceId: device.id, version: device.version }, then);
  }, focusFirstError);
  return (
    <FormDialog
      title={t(device === null ? 'fileWork:devices.dialog.add' : 'fileWork:devices.dialog.change', {
        number: file.number,
      })}
      submit={t(device === null ? 'fileWork:devices.dialog.submitNew' : 'fileWork:devices.dialog.submit')}
      isBusy={write.isPending}
      failure={write.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <DeviceFields file={file} form={form} isNew={device === null} />
    </FormDialog>
  );
}
