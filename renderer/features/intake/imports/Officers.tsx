import { IconUserQuestion } from '@tabler/icons-react';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** Whose open rows come in with a name alone. */
export function Officers({ officers }: Pick<Output<'imports.preview'>, 'officers'>) {
  const t = useText();
  if (officers.length === 0) return null;
  return (
    <Notice tone="neutral" icon={IconUserQuestion} title={t('imports:officers.title')}>
      {officers.join(', ')}
    </Notice>
  );
}
