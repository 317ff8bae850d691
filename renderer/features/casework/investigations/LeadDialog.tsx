import { useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { OfficerChoice } from '../referrals/OfficerChoice.tsx';
import { useOfficersOf } from '../referrals/useOfficersOf.ts';
import type { GroupDialogProps, Led } from './fileGroups.ts';
import { RefusedFiles } from '../referrals/RefusedFiles.tsx';
import { useKept } from '../referrals/useKept.ts';
import { useGroupTitle } from './useGroupTitle.ts';

/** Who leads the files, by one act. */
export function LeadDialog({ files: given, onClose, onDone }: GroupDialogProps<Led>) {
  const t = useText();
  // As the user saw it: others may name a lead while this is open.
  const [seen] = useState(given);
  const [files, leaveOut] = useKept(seen);
  const title = useGroupTitle('lead', files);
  const { officers, chosen, unlisted } = useOfficersOf(
    files,
    files.map(({ lead }) => lead),
  );
  const { form, sending } = useMethodForm('investigations.lead', {
    values: { lead: chosen },
    toInput: (typed) => ({
      files: files.map(({ id, lead }) => ({
        investigationId: id,
        lead: orNull(typed.lead),
        ...(lead !== undefined && { from: lead }),
      })),
    }),
    onDone: (back) => {
      onDone({ method: 'investigations.lead', input: back, count: back.files.length });
    },
  });
  return (
    <FormDialog title={title} size="lg" submit={title} {...sending} onClose={onClose}>
      <RefusedFiles sending={sending} files={{ files }} onLeaveOut={leaveOut} />
      <OfficerChoice
        officers={officers}
        label={t('codes:field.lead')}
        description={unlisted}
        {...form.getInputProps('lead')}
        chosen={form.values.lead}
      />
    </FormDialog>
  );
}
