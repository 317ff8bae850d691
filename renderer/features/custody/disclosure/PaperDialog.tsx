import { Checkbox, TextInput } from '@mantine/core';
import { useLocation } from 'wouter';
import type { InvestigationRow } from '#contract/casework/investigations';
import { paperKind } from '#contract/ground/disclosureRecords';
import { paperLanguages, type PaperRow } from '#contract/custody/disclosure';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { orNull } from '../../../lib/blanks.ts';
import { today } from '../../../lib/today.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface PaperDialogProps {
  readonly file: Pick<InvestigationRow, 'id' | 'number' | 'unitId'>;
  /** The draft whose facts are changed, or null for a new one. */
  readonly paper: PaperRow | null;
  /** The paper that the new one adds to. */
  readonly supplements: PaperRow | null;
  readonly onClose: () => void;
}

interface Values {
  readonly kind: string;
  readonly recipient: string;
  readonly reference: string;
  readonly requestedOn: string;
  readonly languages: string;
  readonly namesIncluded: boolean;
  readonly requesterId: string;
}

function startingValues(number: string, from: PaperRow | null, isNew: boolean): Values {
  if (from === null) {
    const none = { recipient: '', requestedOn: today(), languages: 'both', namesIncluded: false, requesterId: '' };
    return { kind: 'crown', reference: `${number}-1`, ...none };
  }
  const { kind, recipient, reference, requestedOn, languages, namesIncluded, requesterId } = from;
  return {
    kind,
    recipient,
    languages,
    namesIncluded,
    reference: isNew ? `${reference}-S` : reference,
    requestedOn: requestedOn ?? '',
    requesterId: requesterId ?? '',
  };
}

/** For whom a paper is and under which reference; the first choice of all is whether the names of persons are given. */
export function PaperDialog({ file, paper, supplements, onClose }: PaperDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const [, navigate] = useLocation();
  const { form, sending } = useMethodForm(paper === null ? 'papers.begin' : 'papers.describe', {
    values: startingValues(file.number, paper ?? supplements, paper === null),
    toInput: ({ kind, requestedOn, requesterId, ...values }) => {
      const facts = {
        ...values,
        investigationId: file.id,
        requestedOn: orNull(requestedOn),
        namesIncluded: kind === 'crown' && values.namesIncluded,
        requesterId: kind === 'access' ? orNull(requesterId) : null,
      };
      return paper === null
        ? { ...facts, kind, supplements: supplements?.id ?? null }
        : { ...facts, paperId: paper.id, version: paper.version };
    },
    names: {
      recipient: t('papers:dialog.crownOffice'),
      reference: t('codes:field.reference'),
      requestedOn: t('codes:field.requestedOn'),
    },
    onDone: (done) => {
      onClose();
      if ('id' in done) navigate(`/investigations/${file.id}/papers/${done.id}`);
    },
  });
  const isNew = paper === null && supplements === null;
  const title = isNew ? 'papers:dialog.begin' : paper === null ? 'papers:dialog.supplement' : 'papers:dialog.describe';
  return (
    <FormDialog
      title={t(title, { number: fileNumber(file) })}
      submit={t(paper === null ? 'papers:dialog.submitBegin' : 'papers:dialog.submitDescribe')}
      {...sending}
      onClose={onClose}
    >
      <Choice
        label={t('codes:field.kind')}
        disabled={!isNew}
        data-autofocus={isNew || undefined}
        options={paperKind.options.map((kind) => ({ value: kind, label: t(`codes:paperKind.${kind}`) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput
        label={t(form.values.kind === 'crown' ? 'papers:dialog.crownOffice' : 'papers:dialog.requester')}
        data-autofocus={!isNew || undefined}
        {...form.getInputProps('recipient')}
      />
      <FieldRow>
        <TextInput label={t('codes:field.reference')} {...form.getInputProps('reference')} />
        <DateField label={t('codes:field.requestedOn')} {...form.getInputProps('requestedOn')} />
      </FieldRow>
      <Choice
        label={t('papers:languages')}
        options={paperLanguages.options.map((each) => ({ value: each, label: t(`papers:language.${each}`) }))}
        {...form.getInputProps('languages')}
      />
      {form.values.kind === 'crown' ? (
        <Checkbox
          label={t('papers:dialog.names')}
          description={t('papers:dialog.namesHint')}
          {...form.getInputProps('namesIncluded', { type: 'checkbox' })}
        />
      ) : (
        <RequesterChoice file={file} {...form.getInputProps('requesterId')} />
      )}
    </FormDialog>
  );
}

interface RequesterChoiceProps {
  readonly file: PaperDialogProps['file'];
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

function RequesterChoice({ file, ...field }: RequesterChoiceProps) {
  const t = useText();
  const persons = useRead('persons.list', { file: { kind: 'investigation', id: file.id } }).data?.persons ?? [];
  return (
    <Choice
      label={t('papers:dialog.isPerson')}
      description={t('papers:dialog.isPersonHint')}
      empty={t('papers:dialog.nobody')}
      options={persons
        .filter(({ from }) => from === null)
        .map(({ id, name, role }) => ({
          value: id,
          label: name === null ? t(`codes:personRole.${role}`) : `${name} (${t(`codes:personRole.${role}`)})`,
        }))}
      {...field}
    />
  );
}
