import { Button, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { Output } from '#contract/index';
import type { AttestationRole } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { today } from '../../../../lib/today.ts';
import { DateField } from '../../../../ui/DateField.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import classes from './Narrative.module.css';

type Held = Output<'returns.texts'>['attestations'][number];

interface AttestationFormProps {
  readonly content: ReturnContent;
  readonly sequence: number;
  readonly role: AttestationRole;
  readonly held: Held | null;
}

/** Who answers for the return in one role: recorded, or withdrawn, never changed in silence. */
export function Attestation(props: AttestationFormProps) {
  const t = useText();
  const title = useId();
  return (
    <section className={classes.attestation} aria-labelledby={title}>
      <h3 id={title} className={classes.role}>
        {t(`codes:part.${props.role}`)}
      </h3>
      <p className={classes.note}>{t(`returns:written.attests.${props.role}`)}</p>
      {props.held === null ? <AttestationForm {...props} /> : <Given {...props} held={props.held} />}
    </section>
  );
}

function AttestationForm({ content, sequence, role }: AttestationFormProps) {
  const t = useText();
  const { agreement, quarter } = content;
  const { form, sending } = useMethodForm('returns.attest', {
    values: { attestation: { name: '', title: '', on: today() } },
    toInput: (values) => ({ ...values, agreementId: agreement.id, quarter, sequence, role, version: null }),
  });
  return (
    <form onSubmit={sending.onSubmit} noValidate>
      {sending.failure !== null && <FailureAlert failure={sending.failure} />}
      <FieldRow>
        <TextInput label={t('codes:field.name')} autoComplete="off" {...form.getInputProps('attestation.name')} />
        <TextInput
          label={t('codes:heading.jobTitle')}
          autoComplete="off"
          {...form.getInputProps('attestation.title')}
        />
        <DateField label={t('codes:heading.date')} {...form.getInputProps('attestation.on')} />
      </FieldRow>
      <Button type="submit" variant="default" mt="sm" loading={sending.isBusy}>
        {t('returns:written.attest')}
      </Button>
    </form>
  );
}

function Given({ content, sequence, role, held }: AttestationFormProps & { readonly held: Held }) {
  const t = useText();
  const format = useFormat();
  const attest = useWrite('returns.attest');
  const { agreement, quarter } = content;
  return (
    <>
      {attest.error !== null && <FailureAlert failure={attest.error.failure} />}
      <p className={classes.given}>
        {t('returns:written.given', { name: held.name, title: held.title, on: format.day(held.on) })}
        <Button
          size="compact-sm"
          variant="subtle"
          loading={attest.isPending}
          onClick={() => {
            attest.mutate({
              agreementId: agreement.id,
              quarter,
              sequence,
              role,
              attestation: null,
              version: held.version,
            });
          }}
        >
          {t('returns:written.withdraw')}
        </Button>
      </p>
    </>
  );
}
