import { useState } from 'react';
import type { UserId } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { FileDialogProps } from './fileSteps.ts';

export function LeadDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const save = useWrite('investigations.lead');
  const people = useNames().peopleOf(file.unitId);
  const [lead, setLead] = useState<string>(file.lead ?? '');
  return (
    <FormDialog
      title={t('investigations:lead.title', { number: file.number })}
      submit={t('investigations:lead.submit')}
      isBusy={save.isPending}
      failure={save.error?.failure ?? null}
      onSubmit={(event) => {
        event.preventDefault();
        const input = { investigationId: file.id, version: file.version, lead: lead === '' ? null : (lead as UserId) };
        save.mutate(input, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('investigations:column.lead')}
        empty={t('investigations:noLead')}
        options={people.map((person) => ({ value: person.id, label: person.displayName }))}
        data-autofocus
        value={lead}
        onChange={setLead}
      />
    </FormDialog>
  );
}
