import { TextInput } from '@mantine/core';
import { useLocation } from 'wouter';
import type { UnitId } from '#contract/ground/ids';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { today } from '../../../lib/today.ts';
import { useOfficerOptions } from '../../../lib/useLeaves.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { Alike, StepProps } from './steps.ts';
import { RefusedFiles } from './RefusedFiles.tsx';
import { useKept } from './useKept.ts';
import { useStepTitle } from './useStepTitle.ts';

/** Opens one investigation from the referrals; they are linked to it. */
export function InvestigateDialog({
  targets: chosen,
  unitId,
  onClose,
  onDone,
}: StepProps<Alike> & { readonly unitId: UnitId }) {
  const t = useText();
  const [targets, leaveOut] = useKept(chosen);
  const title = useStepTitle('investigate', targets);
  const { user } = useSession();
  const people = useOfficerOptions(unitId);
  const officer = targets[0]?.assignedTo;
  const [, navigate] = useLocation();
  const { form, sending } = useMethodForm('investigations.open', {
    values: {
      openedOn: today(),
      number: '',
      title: '',
      lead: people.find(({ value }) => value === officer)?.value ?? user.id,
    },
    toInput: ({ openedOn, number, title, lead }) => ({
      unitId,
      openedOn,
      ...(number.trim() === '' ? {} : { number }),
      ...(title.trim() === '' ? {} : { title }),
      referralIds: targets.map((row) => row.id),
      lead: orNull(lead),
    }),
    onDone: ({ id, opened }) => {
      onDone({ method: 'investigations.undoOpen', input: opened, count: targets.length });
      navigate(`/investigations/${id}`);
    },
  });
  return (
    <FormDialog title={title} submit={t('referrals:investigate.submit')} {...sending} onClose={onClose}>
      <RefusedFiles sending={sending} files={{ referralIds: targets }} onLeaveOut={leaveOut} />
      <Choice
        label={t('codes:field.lead')}
        empty={t('common:noLead')}
        options={people}
        data-autofocus
        {...form.getInputProps('lead')}
      />
      <TextInput
        label={t('codes:heading.caseTitle')}
        description={t('investigations:describe.hint')}
        {...form.getInputProps('title')}
      />
      <FieldRow>
        <DateField label={t('referrals:investigate.openedOn')} {...form.getInputProps('openedOn')} />
        <TextInput
          label={t('referrals:investigate.number')}
          placeholder={t('common:leaveEmptyToUseThe')}
          {...form.getInputProps('number')}
        />
      </FieldRow>
    </FormDialog>
  );
}
