import { supportService } from '#contract/casework/victims';
import { useRead } from '../../../../bridge/queries.ts';
import { useText, type Translate } from '../../../../i18n/text.ts';
import { orNull } from '../../../../lib/blanks.ts';
import { latest } from '../../../../lib/latest.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { today } from '../../../../lib/today.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../../corrections/ReasonField.tsx';
import { useStrike } from '../../corrections/useStrike.tsx';
import type { FilePartProps } from '../fileParts.ts';
import type { FileDialogProps } from '../fileSteps.ts';
import { FileSection } from '../FileSection.tsx';
import { AnswerDialog, type SupportRow } from './AnswerDialog.tsx';

/** Referrals of victims to services: the kind, the day and what the service answered, nobody's name. */
export function Support({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const read = useRead('support.list', { investigationId: investigation.id });
  const referrals = read.data?.referrals ?? [];
  return (
    <FileSection
      title={t('persons:support.title')}
      words={t('investigations:add.words.support')}
      action={t('persons:support.add')}
      keys="V"
      read={read}
      isEmpty={referrals.length === 0}
      dialog={(close, opened: Opened | null) => {
        const referral = latest(referrals, opened?.row ?? null);
        if (opened?.act !== 'answer' || referral === null)
          return <SupportDialog file={investigation} referral={referral} onClose={close} />;
        return <AnswerDialog file={investigation} referral={referral} onClose={close} />;
      }}
    >
      {(open) => <SupportTable referrals={referrals} onOpen={open} />}
    </FileSection>
  );
}

interface Opened {
  readonly act: 'answer' | 'correct';
  readonly row: SupportRow;
}

interface SupportTableProps {
  readonly referrals: readonly SupportRow[];
  readonly onOpen: (opened: Opened) => void;
}

function nameOf({ service, referredOn }: SupportRow, t: Translate): string {
  return t('persons:support.named', { service: t(`codes:supportService.${service}`), on: referredOn });
}

function SupportTable({ referrals, onOpen }: SupportTableProps) {
  const t = useText();
  const answered = ({ outcome, answeredOn }: SupportRow) =>
    outcome === null
      ? t('persons:support.noAnswer')
      : [t(`codes:supportOutcome.${outcome}`), answeredOn ?? ''].join(' ').trim();
  return (
    <DataTable
      caption={t('persons:support.title')}
      rows={referrals}
      rowKey={(row) => row.id}
      columns={[
        { key: 'on', header: t('codes:field.referredOn'), narrow: true, value: (row) => row.referredOn },
        {
          key: 'service',
          header: t('codes:field.service'),
          value: (row) => t(`codes:supportService.${row.service}`),
        },
        { key: 'answered', header: t('codes:field.answer'), value: answered },
        {
          ...actionColumn<SupportRow>({
            label: t('persons:support.answer'),
            name: (row) => t('persons:support.answerFor', { name: nameOf(row, t) }),
            run: (row) => {
              onOpen({ act: 'answer', row });
            },
          }),
          key: 'answer',
        },
        actionColumn<SupportRow>({
          label: t('corrections:correct'),
          name: (row) => t('corrections:correctFor', { name: nameOf(row, t) }),
          run: (row) => {
            onOpen({ act: 'correct', row });
          },
        }),
      ]}
    />
  );
}

function SupportDialog({ file, referral, onClose }: FileDialogProps & { readonly referral: SupportRow | null }) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm(referral === null ? 'support.add' : 'support.change', {
    values: {
      referredOn: referral?.referredOn ?? today(),
      service: referral?.service ?? 'victim_services',
      reason: '',
    },
    toInput: ({ reason, ...values }) => ({
      ...values,
      investigationId: file.id,
      ...(referral !== null && { supportId: referral.id, version: referral.version, reason: orNull(reason) }),
    }),
    onDone: onClose,
  });
  const struck = referral && { record: 'support_referral' as const, row: referral, name: nameOf(referral, t) };
  const [striking, aside] = useStrike({ kind: 'investigation', id: file.id }, struck, onClose);
  if (striking !== null) return striking;
  const { referredOn, service } = form.values;
  return (
    <FormDialog
      title={
        referral === null
          ? t('persons:support.dialog', { number: fileNumber(file) })
          : t('corrections:correctFor', { name: nameOf(referral, t) })
      }
      submit={t(referral === null ? 'persons:support.submit' : 'common:save')}
      aside={aside}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <Choice
          label={t('codes:field.service')}
          options={supportService.options.map((each) => ({ value: each, label: t(`codes:supportService.${each}`) }))}
          data-autofocus
          {...form.getInputProps('service')}
        />
        <DateField label={t('codes:field.referredOn')} {...form.getInputProps('referredOn')} />
      </FieldRow>
      <CorrectionReason before={referral} after={{ referredOn, service }} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
