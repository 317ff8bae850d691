import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LeaveRow } from '#contract/casework/leave';
import type { UnitId, UserId } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { withBlanks } from '../../../lib/blanks.ts';
import { today } from '../../../lib/today.ts';
import { useLeaves, useOfficerOptions } from '../../../lib/useLeaves.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { LeaveWarnings } from './LeaveWarnings.tsx';

interface LeaveDialogProps {
  readonly officer: UserId;
  /** Absent: of the officer's units, the first. */
  readonly unitId?: UnitId;
  readonly onClose: () => void;
}

/** Records, changes or removes a leave; opens on the one that runs or comes first. */
export function LeaveDialog({ officer, unitId, onClose }: LeaveDialogProps) {
  const { units, people } = useNames();
  const { isRead } = useLeaves();
  const own = people.find(({ id }) => id === officer)?.unitIds ?? [];
  const choices = units.filter(({ id }) => own.includes(id));
  const first = unitId ?? choices[0]?.id;
  if (!isRead || first === undefined) return null;
  return <LeaveChoice {...{ officer, first, onClose }} units={choices} />;
}

interface LeaveChoiceProps extends Pick<LeaveFormProps, 'officer' | 'units' | 'onClose'> {
  readonly first: UnitId;
}

/** The leave stays as it was chosen when the list is read again: a form that started again would not close, or hide what another changed. */
function LeaveChoice({ officer, first, units, onClose }: LeaveChoiceProps) {
  const leaves = useLeaves();
  const ofUnit = (id: UnitId) => leaves.all.filter((each) => each.userId === officer && each.unitId === id);
  const [unit, setUnit] = useState(first);
  const [leave, setLeave] = useState(ofUnit(unit)[0]);
  const ofOfficer = ofUnit(unit);
  return (
    <LeaveForm
      key={`${unit} ${leave?.id ?? ''}`}
      {...{ officer, unitId: unit, units, leave, ofOfficer, onClose }}
      onLeave={(chosen) => {
        setLeave(ofOfficer.find(({ id }) => id === chosen));
      }}
      onUnit={(next) => {
        const other = units.find(({ id }) => id === next)?.id ?? unit;
        setUnit(other);
        setLeave(ofUnit(other)[0]);
      }}
    />
  );
}

interface LeaveFormProps {
  readonly officer: UserId;
  readonly unitId: UnitId;
  readonly units: readonly { readonly id: UnitId; readonly code: string }[];
  readonly leave: LeaveRow | undefined;
  readonly ofOfficer: readonly LeaveRow[];
  readonly onUnit: (unitId: string) => void;
  readonly onLeave: (id: string) => void;
  readonly onClose: () => void;
}

function LeaveForm(props: LeaveFormProps) {
  const { officer, unitId, units, leave, ofOfficer, onUnit, onLeave, onClose } = props;
  const t = useText();
  const name = useNames().person(officer);
  const covers = useOfficerOptions(unitId, leave?.coverId).filter(({ value }) => value !== officer);
  const { form, sending } = useMethodForm('leave.record', {
    values: withBlanks({ fromOn: today(), untilOn: '', coverId: '' }, leave ?? null),
    toInput: (values) => ({
      ...values,
      unitId,
      userId: officer,
      existing: leave === undefined ? null : { id: leave.id, version: leave.version },
    }),
    names: { fromOn: t('fileWork:leave.first'), untilOn: t('fileWork:leave.last'), coverId: t('codes:term.cover') },
    onDone: onClose,
  });
  const removal = useRemoval(leave, onClose);
  return (
    <FormDialog
      title={t('fileWork:leave.title', { name })}
      submit={t(leave === undefined ? 'fileWork:leave.record' : 'fileWork:leave.save')}
      {...sending}
      failure={sending.failure ?? removal.failure}
      aside={removal.button}
      onClose={onClose}
    >
      <p>{t('fileWork:leave.text')}</p>
      <FieldRow>
        {units.length > 1 && (
          <Choice
            label={t('codes:heading.unit')}
            options={units.map(({ id, code }) => ({ value: id, label: code }))}
            value={unitId}
            onChange={onUnit}
          />
        )}
        {ofOfficer.length > 0 && (
          <Choice
            label={t('codes:term.leave')}
            empty={t('fileWork:leave.new')}
            options={ofOfficer.map(({ id, fromOn: from, untilOn: to }) => ({
              value: id,
              label: t('fileWork:leave.days', { from, to }),
            }))}
            value={leave?.id ?? ''}
            onChange={onLeave}
          />
        )}
      </FieldRow>
      <FieldRow>
        <DateField
          label={t('fileWork:leave.first')}
          tense="ahead"
          data-autofocus={leave === undefined || undefined}
          {...form.getInputProps('fromOn')}
        />
        <DateField
          label={t('fileWork:leave.last')}
          tense="ahead"
          data-autofocus={leave !== undefined || undefined}
          {...form.getInputProps('untilOn')}
        />
      </FieldRow>
      <Choice
        label={t('codes:term.cover')}
        empty={t('fileWork:handover.dialog.choose')}
        options={covers}
        {...form.getInputProps('coverId')}
      />
      <LeaveWarnings {...{ unitId, officer }} {...form.values} />
    </FormDialog>
  );
}

/** The button that removes the leave, and why that was refused. */
function useRemoval(leave: LeaveRow | undefined, onDone: () => void) {
  const t = useText();
  const { mutate, isPending, error } = useWrite('leave.remove');
  const button = leave !== undefined && (
    <Button
      variant="default"
      loading={isPending}
      onClick={() => {
        const { unitId, id: leaveId, version } = leave;
        mutate({ unitId, leaveId, version }, { onSuccess: onDone });
      }}
    >
      {t('fileWork:leave.remove')}
    </Button>
  );
  return { button, failure: error?.failure ?? null };
}
