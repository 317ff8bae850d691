import { useForm } from '@mantine/form';
import { contract } from '#contract/index';
import type { PaperDecision, PaperRecord } from '#contract/custody/disclosure';
import { useWrite } from '../../../bridge/queries.ts';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import { decideInput, type Deciding } from './decideInput.ts';
import { startingGround, type GroundValues } from './groundValues.ts';

/** The form of a decision to withhold: what is withheld of the records is given, the ground and the remark are asked for. */
export function useDecision(
  deciding: Deciding,
  records: readonly PaperRecord[],
  withheld: Pick<PaperDecision, 'way' | 'fields' | 'spans'>,
  onClose: () => void,
) {
  const decide = useWrite('papers.decide');
  const toInput = ({ decision: { ground, remark } }: GroundValues) =>
    decideInput(deciding, records, {
      ...withheld,
      ground: ground === '' ? null : ground,
      remark: remark === '' ? null : remark,
    });
  const form = useForm<GroundValues>({
    initialValues: startingGround(records[0]),
    validate: validateWith(contract['papers.decide'].input, toInput),
  });
  const onSubmit = form.onSubmit((values) => {
    decide.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return { form, dialog: { isBusy: decide.isPending, failure: decide.error?.failure ?? null, onSubmit, onClose } };
}
