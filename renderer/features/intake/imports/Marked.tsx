import { IconPalette } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** What a colour says on some rows does not come in. */
export function Marked({ marked }: { readonly marked: number }) {
  const t = useText();
  if (marked === 0) return null;
  return (
    <Notice tone="dueSoon" icon={IconPalette} title={t('imports:marked.title', { count: marked })}>
      {t('imports:marked.text')}
    </Notice>
  );
}
