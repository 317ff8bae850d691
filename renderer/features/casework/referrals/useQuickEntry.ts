import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ReferralSource, RiskBand } from '#contract/ground/codes';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { newReferral, type NewReferral } from '#contract/casework/referrals';
import { useWrite } from '../../../bridge/queries.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { holdKeys } from '../../../lib/holdKeys.ts';
import { instantOf } from '../../../lib/instant.ts';
import { today } from '../../../lib/today.ts';
import { useDraft } from '../../../lib/useDraft.ts';
import type { Names } from '../../../lib/useNames.ts';
import { fieldErrors, focusFirstError, problemMessage, validateWith } from '../../../ui/formErrors.tsx';
import { useFollowDay } from '../../../ui/useFollowDay.ts';
import { useLinkReferral } from '../persons/useLinkReferral.ts';
import { readIdentifiers } from './readIdentifiers.ts';

export interface QuickValues {
  readonly source: ReferralSource;
  readonly receivedOn: string;
  readonly unitId: string;
  readonly externalNumber: string;
  /** Of the day, `HH:MM`; empty where only the day is known. */
  readonly receivedTime: string;
  readonly priorityReceived: string;
  readonly riskBand: string;
  readonly summary: string;
  /** One a line. */
  readonly identifiers: string;
  readonly acceptDuplicate: boolean;
}

const blank = {
  externalNumber: '',
  receivedTime: '',
  priorityReceived: '',
  riskBand: '',
  summary: '',
  identifiers: '',
  acceptDuplicate: false,
};

const receiptOf = ({ receivedOn, receivedTime }: QuickValues) => instantOf(`${receivedOn} ${receivedTime.trim()}`);

function toInput({ acceptDuplicate, ...values }: QuickValues): NewReferral {
  const receivedAt = receiptOf({ acceptDuplicate, ...values });
  const { externalNumber, priorityReceived, summary } = values;
  const identifiers = readIdentifiers(values.identifiers);
  return {
    unitId: values.unitId,
    source: values.source,
    receivedOn: values.receivedOn,
    ...(receivedAt === null ? {} : { receivedAt }),
    ...(externalNumber.trim() === '' ? {} : { externalNumber }),
    ...(priorityReceived.trim() === '' ? {} : { priorityReceived }),
    ...(values.riskBand === '' ? {} : { riskBand: values.riskBand as RiskBand }),
    ...(summary.trim() === '' ? {} : { summary }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
    ...(acceptDuplicate ? { acceptDuplicate } : {}),
  };
}

/** Source and unit stay from one to the next, and so does the cursor; the date is today's, over midnight too, until it is changed. */
export function useQuickEntry(names: Names) {
  const [lastSource, setLastSource] = useKeptState<ReferralSource>('referrals.lastSource', 'ncecc');
  const [logged, setLogged] = useState<(Output<'referrals.log'> & { readonly unitId: UnitId }) | null>(null);
  const save = useWrite('referrals.log');
  const linking = useLinkReferral();
  const linkTo = useRef<InvestigationId | null>(null);
  const ownUnit = names.units[0]?.id ?? '';
  const form = useForm<QuickValues>({
    initialValues: { source: lastSource, receivedOn: today(), unitId: ownUnit, ...blank },
    validate: (values) => ({
      ...validateWith(newReferral, toInput)({ ...values, unitId: values.unitId || ownUnit }),
      ...(values.receivedTime.trim() !== '' && receiptOf(values) === null
        ? { receivedTime: problemMessage('not_a_time') }
        : {}),
    }),
  });
  const draft = useDraft(form, { form: 'referral', subject: '', unitId: null });
  form.watch('externalNumber', () => {
    if (form.values.acceptDuplicate) form.setFieldValue('acceptDuplicate', false);
  });
  const { externalNumber, receivedTime, priorityReceived, summary, identifiers } = form.values;
  const isBlank = externalNumber + receivedTime + priorityReceived + summary + identifiers === '';
  useFollowDay(form, { receivedOn: today() }, (values) => {
    if (isBlank) draft.forget(values);
  });
  const send = form.onSubmit((values) => {
    const input = toInput({ ...values, unitId: values.unitId || ownUnit });
    const sent = save.mutateAsync(input, {
      onSuccess: (done) => {
        flushSync(() => {
          setLogged({ ...done, unitId: input.unitId as UnitId });
          if (linkTo.current !== null) linking.link(linkTo.current, done.id);
          setLastSource(values.source);
          draft.forget(blank);
          form.setValues(blank);
          form.clearErrors();
        });
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
    void holdKeys(sent);
  }, focusFirstError);
  /** Saves what is typed, and links it to an investigation where one is given. */
  const submit = (event: Parameters<typeof send>[0], to: InvestigationId | null = null) => {
    linkTo.current = to;
    send(event);
  };
  return { form, draft, save, linking, submit, logged, isBlank };
}
