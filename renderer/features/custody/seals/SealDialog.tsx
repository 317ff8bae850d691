import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AuthorityId, CaseFile, InvestigationId, NoteId, PersonId } from '#contract/ground/ids';
import { sealBasis, type NamingText, type SealBasis } from '#contract/custody/seals';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { NamingTexts, notesToSeal } from './NamingTexts.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

/** Whole files, or one person of a file that stays in sight, with the period of access that this ends. */
export type SealTarget =
  | { readonly kind: 'files'; readonly investigationIds: readonly InvestigationId[] }
  | {
      readonly kind: 'person';
      readonly file: CaseFile;
      readonly personId: PersonId;
      readonly authorityId: AuthorityId | null;
      /** What names the person. */
      readonly texts: readonly NamingText[];
    };

interface SealDialogProps {
  readonly title: string;
  readonly target: SealTarget;
  readonly basis: SealBasis;
  readonly onClose: () => void;
  readonly onSealed: () => void;
}

/** Why records go out of sight: the basis, what it rests on, and the reason. */
export function SealDialog({ title, target, basis, onClose, onSealed }: SealDialogProps) {
  const t = useText();
  const [noteIds, setNoteIds] = useState<readonly NoteId[]>(
    target.kind === 'person' ? notesToSeal(target.texts, target.file.id).map(({ id }) => id) : [],
  );
  const { form, sending } = useMethodForm(target.kind === 'files' ? 'seals.seal' : 'seals.sealPerson', {
    values: { basis, reference: '', reason: '' },
    toInput: ({ reference, ...values }) => {
      const act = { ...values, reference: orNull(reference) };
      if (target.kind === 'files') return { ...act, investigationIds: target.investigationIds, referralIds: [] };
      const { file, personId, authorityId } = target;
      return { ...act, file, personId, authorityId, noteIds };
    },
    onDone: onSealed,
  });
  return (
    <FormDialog title={title} submit={title} {...sending} onClose={onClose}>
      <p>{t(target.kind === 'files' ? 'records:seal.filesText' : 'records:seal.personText')}</p>
      {target.kind === 'person' && (
        <NamingTexts fileId={target.file.id} texts={target.texts} chosen={noteIds} onChoose={setNoteIds} />
      )}
      <Choice
        label={t('records:column.basis')}
        options={sealBasis.options.map((each) => ({ value: each, label: t(`records:basis.${each}`) }))}
        data-autofocus
        {...form.getInputProps('basis')}
      />
      <TextInput
        label={t('codes:field.reference')}
        description={t('records:seal.referenceHint')}
        {...form.getInputProps('reference')}
      />
      <Textarea
        label={t('codes:field.reason')}
        description={t('records:seal.reasonHint')}
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
