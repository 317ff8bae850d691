import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AuthorityId, CaseFile, InvestigationId, PersonId } from '#contract/ground/ids';
import { sealBasis, type NamingText, type SealBasis } from '#contract/custody/seals';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { NamingTexts, sealable } from './NamingTexts.tsx';
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
  const [chosen, setChosen] = useState<readonly string[]>(
    target.kind === 'person' ? sealable(target.texts).map(({ id }) => id) : [],
  );
  const { form, sending } = useMethodForm(target.kind === 'files' ? 'seals.seal' : 'seals.sealPerson', {
    values: { basis, reference: '', reason: '' },
    toInput: ({ reference, ...values }) => {
      const act = { ...values, reference: orNull(reference) };
      if (target.kind === 'files') return { ...act, investigationIds: target.investigationIds, referralIds: [] };
      const { file, personId, authorityId, texts } = target;
      const noteIds = texts.flatMap(({ note }) => note?.id ?? []).filter((id) => chosen.includes(id));
      const correctionIds = texts.flatMap(({ correction }) => correction?.id ?? []).filter((id) => chosen.includes(id));
      return { ...act, file, personId, authorityId, noteIds, correctionIds };
    },
    onDone: onSealed,
  });
  return (
    <FormDialog title={title} submit={title} {...sending} onClose={onClose}>
      <p>{t(target.kind === 'files' ? 'records:seal.filesText' : 'records:seal.personText')}</p>
      {target.kind === 'person' && <NamingTexts texts={target.texts} chosen={chosen} onChoose={setChosen} />}
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
