import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { AuthorityId, CaseFile, InvestigationId, NoteId, PersonId } from '#contract/ground/ids';
import { contract } from '#contract/index';
import { sealBasis, type NamingText, type SealBasis } from '#contract/custody/seals';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { NamingTexts, notesToSeal } from './NamingTexts.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

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

const orNull = (value: string): string | null => (value.trim() === '' ? null : value);

function useSeal(target: SealTarget) {
  const files = useWrite('seals.seal');
  const person = useWrite('seals.sealPerson');
  const { isPending, error } = target.kind === 'files' ? files : person;
  return { files, person, isPending, error };
}

/** Why records go out of sight: the basis, what it rests on, and the reason. */
export function SealDialog({ title, target, basis, onClose, onSealed }: SealDialogProps) {
  const t = useText();
  const { files, person, isPending, error } = useSeal(target);
  const [noteIds, setNoteIds] = useState<readonly NoteId[]>(
    target.kind === 'person' ? notesToSeal(target.texts, target.file.id).map(({ id }) => id) : [],
  );
  const form = useForm({
    initialValues: { basis, reference: '', reason: '' },
    validate: validateWith(contract['seals.seal'].input, (values: { reference: string }) => ({
      ...values,
      reference: orNull(values.reference),
      investigationIds: [],
      referralIds: [],
    })),
  });
  const submit = form.onSubmit((values) => {
    const act = { ...values, basis: values.basis, reference: orNull(values.reference) };
    const then = {
      onSuccess: onSealed,
      onError: ({ failure }: NonNullable<typeof error>) => {
        form.setErrors(fieldErrors(failure));
      },
    };
    if (target.kind === 'files')
      files.mutate({ ...act, investigationIds: [...target.investigationIds], referralIds: [] }, then);
    else {
      const { file, personId, authorityId } = target;
      person.mutate({ ...act, file, personId, authorityId, noteIds: [...noteIds] }, then);
    }
  }, focusFirstError);
  return (
    <FormDialog
      title={title}
      submit={t('records:seal.submit')}
      isBusy={isPending}
      failure={error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(target.kind === 'files' ? 'records:seal.filesText' : 'records:seal.personText')}</p>
      {target.kind === 'person' && (
        <NamingTexts fileId={target.file.id} texts={target.texts} chosen={noteIds} onChoose={setNoteIds} />
      )}
      <Choice
        label={t('records:seal.basis')}
        options={sealBasis.options.map((each) => ({ value: each, label: t(`records:basis.${each}`) }))}
        data-autofocus
        {...form.getInputProps('basis')}
      />
      <TextInput
        label={t('records:seal.reference')}
        description={t('records:seal.referenceHint')}
        {...form.getInputProps('reference')}
      />
      <Textarea
        label={t('records:seal.reason')}
        description={t('records:seal.reasonHint')}
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
