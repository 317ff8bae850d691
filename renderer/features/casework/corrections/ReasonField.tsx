import { Button, Group, TextInput, type TextInputProps } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { replacedFields } from '#contract/casework/corrections';
import { useText } from '../../../i18n/text.ts';

interface ReasonFieldProps extends Omit<TextInputProps, 'label' | 'onChange'> {
  readonly onChange?: (next: string | ChangeEvent<HTMLInputElement>) => void;
}

const usual = ['typing', 'information', 'otherFile'] as const;

/** Why a record changes: words of one's own, or a usual reason. These are on the page: a list would open over the buttons of the form. */
export function ReasonField({ onChange, ...props }: ReasonFieldProps) {
  const t = useText();
  return (
    <div>
      <TextInput
        label={t('codes:field.correctionReason')}
        description={t('corrections:kept')}
        withAsterisk
        onChange={onChange}
        {...props}
      />
      <Group gap={4} mt={4}>
        {usual.map((reason) => (
          <Button
            key={reason}
            size="compact-xs"
            variant="default"
            onClick={() => {
              onChange?.(t(`corrections:usual.${reason}`));
            }}
          >
            {t(`corrections:usual.${reason}`)}
          </Button>
        ))}
      </Group>
    </div>
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
