import { IconShieldCheck } from '@tabler/icons-react';
import type { Stripped as Count } from '#contract/documents/tables';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** Says how much of the file was left out because it is no text. */
export function Stripped({ stripped: { parts, cells } }: { readonly stripped: Count }) {
  const t = useText();
  if (parts + cells === 0) return null;
  return (
    <Notice tone="neutral" icon={IconShieldCheck} title={t('imports:stripped.title')}>
      {parts > 0 && t('imports:stripped.parts', { count: parts })}{' '}
      {cells > 0 && t('imports:stripped.cells', { count: cells })}
    </Notice>
  );
}
