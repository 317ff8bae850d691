import { Autocomplete } from '@mantine/core';
import type { ComponentProps } from 'react';
import { replacedFields } from '#contract/casework/corrections';
import { useText } from '../../../i18n/text.ts';

type ReasonFieldProps = Omit<ComponentProps<typeof Autocomplete>, 'data' | 'label'>;

/** Why a record changes: a usual reason, or words of one's own. */
export function ReasonField(props: ReasonFieldProps) {
  const t = useText();
  return (
    <Autocomplete
      label={t('codes:field.correctionReason')}
      description={t('corrections:kept')}
      withAsterisk
      // The list of reasons opens below the field.
      inputWrapperOrder={['label', 'description', 'error', 'input']}
      data={[t('corrections:usual.typing'), t('corrections:usual.information'), t('corrections:usual.otherFile')]}
      {...props}
    />
  );
}

interface CorrectionReasonProps extends ReasonFieldProps {
  /** As it is recorded; null where it is not yet. */
  readonly before: object | null;
  readonly after: object;
}

/** Asks for the reason where what is typed takes the place of something recorded. */
export function CorrectionReason({ before, after, ...field }: CorrectionReasonProps) {
  return before !== null && replacedFields(before, after).length > 0 ? <ReasonField {...field} /> : null;
}
