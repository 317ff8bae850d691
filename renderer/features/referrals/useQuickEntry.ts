import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ReferralSource, RiskBand } from '#contract/codes';
import type { Output } from '#contract/index';
import { newReferral, type NewReferral } from '#contract/referrals';
import { useWrite } from '../../bridge/queries.ts';
import { useKeptState } from '../../lib/keptState.ts';
import { today } from '../../lib/today.ts';
import { useDraft } from '../../lib/useDraft.ts';
import type { Names } from '../../lib/useNames.ts';
import { fieldErrors, focusFirstError, validateWith } from '../../ui/formErrors.tsx';

export interface QuickValues {
  readonly source: ReferralSource;
  readonly receivedOn: string;
  readonly unitId: string;
  readonly externalNumber: string;
  readonly priorityReceived: string;
  readonly riskBand: string;
  readonly summary: string;
  readonly acceptDuplicate: boolean;
}

const blank = { externalNumber: '', priorityReceived: '', riskBand: '', summary: '', acceptDuplicate: false };

function toInput({ acceptDuplicate, ...values }: QuickValues): NewReferral {
  const { externalNumber, priorityReceived, summary } = values;
  return {
    unitId: values.unitId,
    source: values.source,
    receivedOn: values.receivedOn,
    ...(externalNumber.trim() === '' ? {} : { externalNumber }),
    ...(priorityReceived.trim() === '' ? {} : { priorityReceived }),
    ...(values.riskBand === '' ? {} : { riskBand: values.riskBand as RiskBand }),
    ...(summary.trim() === '' ? {} : { summary }),
    ...(acceptDuplicate ? { acceptDuplicate } : {}),
  };
}

/** Source and unit stay from one to the next, and so does the cursor; the date is today's until it is changed. */
export function useQuickEntry(names: Names) {
  const [lastSource, setLastSource] = useKeptState<ReferralSource>('referrals.lastSource', 'ncecc');
  const [logged, setLogged] = useState<Output<'referrals.log'> | null>(null);
  const save = useWrite('referrals.log');
  const ownUnit = names.units[0]?.id ?? '';
  const form = useForm<QuickValues>({
    initialValues: { source: lastSource, receivedOn: today(), unitId: ownUnit, ...blank },
    validate: validateWith(newReferral, (values: QuickValues) =>
      toInput({ ...values, unitId: values.unitId || ownUnit }),
    ),
  });
  const draft = useDraft(form, { form: 'referral', subject: '', unitId: null });
  form.watch('externalNumber', () => {
    if (form.values.acceptDuplicate) form.setFieldValue('acceptDuplicate', false);
  });
  const submit = form.onSubmit((values) => {
    save.mutate(toInput({ ...values, unitId: values.unitId || ownUnit }), {
      onSuccess: (done) => {
        setLogged(done);
        setLastSource(values.source);
        draft.forget(blank);
        form.setValues(blank);
        form.clearErrors();
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  const { externalNumber, priorityReceived, summary } = form.values;
  return { form, draft, save, submit, logged, isBlank: externalNumber + priorityReceived + summary === '' };
}
