import type { ComponentProps } from 'react';
import { useText } from '../../../../i18n/text.ts';
import { PersonChoice } from '../people/PersonChoice.tsx';

/** One of the file's subjects. */
export function AccusedChoice(props: Omit<ComponentProps<typeof PersonChoice>, 'only' | 'label' | 'empty'>) {
  const t = useText();
  return (
    <PersonChoice {...props} only="subject" label={t('offences:charge.accused')} empty={t('offences:charge.nobody')} />
  );
}
