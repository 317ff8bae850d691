import { useForm } from '@mantine/form';
import { contract, type Input } from '#contract/index';
import type { PaperRecord } from '#contract/papers';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import { decideInput, type Deciding } from './decideInput.ts';
import { GroundFields } from './GroundFields.tsx';
import { startingGround, type GroundValues } from './groundValues.ts';

interface LeaveOutDialogProps extends Deciding {
  readonly records: readonly PaperRecord[];
  readonly onClose: () => void;
}

/** Leaves records out of a paper, on a ground that its list will name. */
export function LeaveOutDialog({ records, onClose, ...deciding }: LeaveOutDialogProps) {
  const t = useText();
  const decide = useWrite('papers.decide');
  const [first] = records;
  const toInput = ({ decision: { ground, remark } }: GroundValues): Input<'papers.decide'> =>
    decideInput(deciding, records, {
      ...{ way: 'leave_out', fields: [], spans: [] },
      ground: ground === '' ? null : ground,
      remark: remark === '' ? null : remark,
    });
  const form = useForm({
    initialValues: startingGround(first),
    validate: validateWith(contract['papers.decide'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    decide.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('papers:leaveOut.title', { count: records.length })}
      submit={t('papers:leaveOut.submit')}
      isBusy={decide.isPending}
      failure={decide.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <GroundFields form={form} hasFocus />
    </FormDialog>
  );
}
