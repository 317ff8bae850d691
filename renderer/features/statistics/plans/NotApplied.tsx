import { IconInfoCircle } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Plans.module.css';

/** What of the plans on the page is not applied, a sentence for each reason. */
export function NotApplied({ texts }: { readonly texts: readonly string[] }) {
  const t = useText();
  if (texts.length === 0) return null;
  return (
    <div data-testid="not-applied">
      <Notice tone="neutral" icon={IconInfoCircle} title={t('plans:notApplied')}>
        {texts.map((text) => (
          <p key={text} className={classes.refused}>
            {text}
          </p>
        ))}
      </Notice>
    </div>
  );
}
