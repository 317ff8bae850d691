import { Button, Checkbox, Group, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { agreementMethods, type Agreement } from '#contract/reporting/agreements';
import { locale } from '#contract/ground/codes';
import type { Unit } from '#contract/accounts/people';
import { CallError } from '../../../bridge/bridge.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useGo } from '../../../lib/useGo.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { AgreementAmendments } from './AgreementAmendments.tsx';
import { AgreementUnits } from './AgreementUnits.tsx';
import { inputOf, valuesOf, type AgreementValues } from './agreementValues.ts';
import classes from './Agreements.module.css';
import { civilOrNull } from './civilOrNull.ts';
import { DemandedIndicators } from './DemandedIndicators.tsx';
import { SignatureState } from './SignatureState.tsx';

interface AgreementFormProps {
  /** Null for a new one. */
  readonly agreement: Agreement | null;
  readonly units: readonly Unit[];
}

export function AgreementForm({ agreement, units }: AgreementFormProps) {
  const t = useText();
  const go = useGo();
  const save = useWrite('agreements.save');
  const form = useForm<AgreementValues>({
    initialValues: valuesOf(agreement, units),
    validate: validateWith(agreementMethods['agreements.save'].input, inputOf),
  });
  const leave = go('/agreements');
  const submit = form.onSubmit((values) => {
    // The form has just checked these values by the same schema.
    save.mutateAsync(inputOf(values)).then(
      () => {
        // Not a callback of the call: by now this form may have begun again on what is recorded.
        notifications.show({ message: t('agreements:saved', { code: values.code.trim() }) });
        leave();
      },
      (error: unknown) => {
        if (error instanceof CallError) form.setErrors(fieldErrors(error.failure));
      },
    );
  }, focusFirstError);
  useScreenKeys([{ keys: 'mod+Enter', label: t('agreements:save'), run: submit }]);
  const signature = {
    signaturePlannedOn: civilOrNull(form.values.signaturePlannedOn),
    signedOn: civilOrNull(form.values.signedOn),
  };
  return (
    <>
      <PageHeader
        title={agreement === null ? t('common:addAnAgreement') : t('agreements:edit', { code: agreement.code })}
        context={t('agreements:formContext')}
      />
      <form onSubmit={submit} className={classes.form} noValidate>
        {save.error !== null && <FailureAlert failure={save.error.failure} />}
        <fieldset className={classes.group}>
          <legend>{t('agreements:group.who')}</legend>
          <TextInput
            label={t('codes:heading.code')}
            description={t('agreements:hint.code')}
            maw={240}
            {...form.getInputProps('code')}
          />
          <FieldRow>
            <TextInput label={t('agreements:field.recipientEn')} lang="en" {...form.getInputProps('recipient.en')} />
            <TextInput label={t('agreements:field.recipientFr')} lang="fr" {...form.getInputProps('recipient.fr')} />
          </FieldRow>
          <FieldRow>
            <TextInput label={t('agreements:field.programmeEn')} lang="en" {...form.getInputProps('programme.en')} />
            <TextInput label={t('agreements:field.programmeFr')} lang="fr" {...form.getInputProps('programme.fr')} />
          </FieldRow>
        </fieldset>
        <fieldset className={classes.group}>
          <legend>{t('agreements:group.when')}</legend>
          <FieldRow>
            <DateField label={t('codes:field.startedOn')} tense="either" {...form.getInputProps('startsOn')} />
            <DateField label={t('agreements:field.endsOn')} tense="either" {...form.getInputProps('endsOn')} />
            <DateField
              label={t('agreements:field.signaturePlannedOn')}
              tense="ahead"
              {...form.getInputProps('signaturePlannedOn')}
            />
            <DateField label={t('agreements:field.signedOn')} {...form.getInputProps('signedOn')} />
          </FieldRow>
          <SignatureState agreement={signature} />
        </fieldset>
        <fieldset className={classes.group}>
          <legend>{t('agreements:group.asks')}</legend>
          <Checkbox.Group
            label={t('common:languages')}
            description={t('agreements:hint.languages')}
            {...form.getInputProps('languages')}
          >
            <div className={classes.choices}>
              {locale.options.map((value) => (
                <Checkbox key={value} value={value} label={t(`codes:locale.${value}`)} />
              ))}
            </div>
          </Checkbox.Group>
          <Switch
            label={t('agreements:field.asksBacklogAvoided')}
            description={t('agreements:hint.asksBacklogAvoided')}
            {...form.getInputProps('asksBacklogAvoided', { type: 'checkbox' })}
          />
          <DemandedIndicators
            value={form.values.indicators}
            onChange={(value) => {
              form.setFieldValue('indicators', value);
            }}
          />
        </fieldset>
        <AgreementUnits form={form} units={units} />
        {agreement !== null && <AgreementAmendments agreementId={agreement.id} />}
        <Group gap={8} align="stretch" wrap="nowrap">
          <Button type="submit" loading={save.isPending}>
            {t('agreements:save')}
          </Button>
          <Button variant="default" onClick={leave}>
            {t('common:cancel')}
          </Button>
        </Group>
      </form>
    </>
  );
}
