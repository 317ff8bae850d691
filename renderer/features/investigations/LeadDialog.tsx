import { Select } from '@mantine/core';
import { useState } from 'react';
import type { UserId } from '#contract/ids';
import { useWrite } from '../../bridge/queries.ts';
import { useText } from '../../i18n/text.ts';
import { useNames } from '../../lib/useNames.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import type { FileDialogProps } from './FileDialog.tsx';

export function LeadDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const save = useWrite('investigations.lead');
  const people = useNames().peopleOf(file.unitId);
  const [lead, setLead] = useState<string | null>(file.lead);
  return (
    <FormDialog
      title={t('investigations:lead.title', { number: file.number })}
      submit={t('investigations:lead.submit')}
      isBusy={save.isPending}
      failure={save.error?.failure ?? null}
      onSubmit={(event) => {
        event?.preventDefault();
        const input = { investigationId: file.id, version: file.version, lead: lead as UserId | null };
        save.mutate(input, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Select
        label={t('investigations:column.lead')}
        data={people.map((person) => ({ value: person.id as string, label: person.displayName }))}
        value={lead}
        onChange={setLead}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('investigations:noLead') }}
        nothingFoundMessage={t('lists:noMatch')}
        data-autofocus
      />
    </FormDialog>
  );
}
