import { TextInput } from '@mantine/core';
import { useLocation } from 'wouter';
import type { UnitId } from '#contract/ground/ids';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { today } from '../../../lib/today.ts';
import { useOfficerOptions } from '../../../lib/useLeaves.ts';
import type { Names } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

/** An investigation that no referral led to. One from a referral is opened from that referral. */
export function NewInvestigationDialog({ names, onClose }: { readonly names: Names; readonly onClose: () => void }) {
  const t = useText();
  const { user } = useSession();
  const [, navigate] = useLocation();
  const { form, sending } = useMethodForm('investigations.open', {
    values: { unitId: names.units[0]?.id ?? '', openedOn: today(), number: '', title: '', lead: user.id },
    toInput: ({ number, title, lead, ...values }) => ({
      ...values,
      ...(title.trim() === '' ? {} : { title }),
      ...(number.trim() === '' ? {} : { number }),
      referralIds: [],
      lead: orNull(lead),
    }),
    draft: { form: 'investigation', subject: '', unitId: null },
    onDone: ({ id }) => {
      navigate(`/investigations/${id}`);
    },
  });
  const people = useOfficerOptions(form.values.unitId as UnitId);
  return (
    <FormDialog
      title={t('investigations:new.title')}
      submit={t('investigations:new.submit')}
      {...sending}
      onClose={onClose}
    >
      <p>{t('investigations:new.text')}</p>
      <FieldRow>
        {names.units.length > 1 && (
          <Choice
            label={t('codes:heading.unit')}
            options={names.units.map((unit) => ({ value: unit.id, label: unit.code }))}
            {...form.getInputProps('unitId')}
          />
        )}
        <DateField label={t('investigations:column.openedOn')} data-autofocus {...form.getInputProps('openedOn')} />
      </FieldRow>
      <TextInput
        label={t('codes:heading.caseTitle')}
        description={t('investigations:describe.hint')}
        {...form.getInputProps('title')}
      />
      <TextInput
        label={t('codes:field.number')}
        placeholder={t('common:leaveEmptyToUseThe')}
        {...form.getInputProps('number')}
      />
      <Choice
        label={t('codes:field.lead')}
        empty={t('common:noLead')}
        options={people}
        {...form.getInputProps('lead')}
      />
    </FormDialog>
  );
}
