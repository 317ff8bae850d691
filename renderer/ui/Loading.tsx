import { useText } from '../i18n/text.ts';

/** Below a title whose content is being read: a title alone reads as an empty page. */
export function Loading() {
  const t = useText();
  return (
    <p role="status" aria-busy="true">
      {t('common:loading')}
    </p>
  );
}
