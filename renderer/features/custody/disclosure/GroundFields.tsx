import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import type { GroundValues } from './groundValues.ts';
import { useGrounds } from './useGrounds.ts';

interface GroundFieldsProps {
  readonly form: UseFormReturnType<GroundValues>;
  readonly hasFocus?: boolean;
}

/** Why something is withheld, which is disclosed, and a remark, which is not. */
export function GroundFields({ form, hasFocus = false }: GroundFieldsProps) {
  const t = useText();
  const grounds = useGrounds();
  return (
    <>
      <Choice
        label={t('codes:field.ground')}
        description={t('papers:groundHint')}
        empty={t('papers:chooseGround')}
        data-autofocus={hasFocus || undefined}
        options={grounds.options}
        {...form.getInputProps('decision.ground')}
      />
      <TextInput
        label={t('common:remark')}
        description={t('papers:remarkHint')}
        {...form.getInputProps('decision.remark')}
      />
    </>
  );
}
