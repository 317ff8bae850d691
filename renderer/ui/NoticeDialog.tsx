import { Group, Radio, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract } from '#contract/index';
import { useWrite } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { formatInstant } from '../lib/format.ts';
import { instantOf } from '../lib/instant.ts';
import { useDraft } from '../lib/useDraft.ts';
import type { DangerDialogProps } from './DangerDialog.tsx';
import { FieldRow } from './FieldRow.tsx';
import { FormDialog } from './FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from './formErrors.tsx';
import { InstantField, instantProblem } from './InstantField.tsx';

const { input } = contract['referrals.notifyProtection'];

interface NoticeValues {
  readonly required: string;
  readonly notice: {
    readonly agency: string;
    readonly person: string;
    readonly notifiedAt: string;
    readonly reason: string;
  };
}

/** Whom of child protection was told and when, or why nobody had to be. */
export function NoticeDialog({ referralId, unitId, number, onClose, onDone }: DangerDialogProps) {
  const t = useText();
  const notify = useWrite('referrals.notifyProtection');
  const toInput = ({ required, notice: { agency, person, notifiedAt, reason } }: NoticeValues) => ({
    referralId,
    notice:
      required === 'yes'
        ? { required: true, agency, person, notifiedAt: instantOf(notifiedAt) }
        : { required: false, reason },
  });
  const form = useForm<NoticeValues>({
    initialValues: {
      required: 'yes',
      notice: { agency: '', person: '', notifiedAt: formatInstant(Date.now()), reason: '' },
    },
    validate: (values) => ({
      ...validateWith(input, toInput)(values),
      ...(values.required === 'yes' && instantProblem('notice.notifiedAt', values.notice.notifiedAt)),
    }),
  });
  const draft = useDraft(form, { form: 'protection_notice', subject: referralId, unitId });
  const submit = form.onSubmit((values) => {
    notify.mutate(input.parse(toInput(values)), {
      onSuccess: () => {
        draft.forget();
        onDone();
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('triage:notice.title', { number })}
      submit={t('triage:notice.submit')}
      isBusy={notify.isPending}
      failure={notify.error?.failure ?? null}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group label={t('triage:notice.required')} {...form.getInputProps('required')}>
        <Group mt={4}>
          <Radio value="yes" label={t('triage:notice.made')} data-autofocus />
          <Radio value="no" label={t('triage:notice.notRequired')} />
        </Group>
      </Radio.Group>
      {form.values.required === 'yes' ? (
        <>
          <FieldRow>
            <TextInput label={t('triage:notice.agency')} {...form.getInputProps('notice.agency')} />
            <TextInput label={t('triage:notice.person')} {...form.getInputProps('notice.person')} />
          </FieldRow>
          <InstantField label={t('triage:notice.notifiedAt')} {...form.getInputProps('notice.notifiedAt')} />
        </>
      ) : (
        <Textarea
          label={t('triage:notice.reason')}
          autosize
          minRows={2}
          maxRows={6}
          {...form.getInputProps('notice.reason')}
        />
      )}
    </FormDialog>
  );
}
