import { IconHistory } from '@tabler/icons-react';
import type { RememberedMapping } from '#contract/intake/imports';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** Says which mapping of an earlier file was taken up. */
export function Remembered({ mapping }: { readonly mapping: RememberedMapping | null }) {
  const t = useText();
  if (mapping === null) return null;
  const { name, fileName } = mapping;
  return (
    <Notice
      tone="neutral"
      icon={IconHistory}
      title={name === null ? t('imports:mapping.remembered') : t('imports:mapping.rememberedName', { name })}
    >
      {fileName !== null && t('imports:mapping.rememberedFile', { file: fileName })}{' '}
      {t('imports:mapping.rememberedText')}
    </Notice>
  );
}
