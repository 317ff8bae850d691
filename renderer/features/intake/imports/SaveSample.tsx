import { usePreferences } from '../../../bridge/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { SaveCsv } from './SaveCsv.tsx';

/** A small file of invented referrals in the language on screen, for a first try without a register. */
export function SaveSample() {
  const t = useText();
  const { locale } = usePreferences().preferences;
  return (
    <SaveCsv
      variant="subtle"
      size="compact-sm"
      label={t('imports:sample.save')}
      purpose="list_csv"
      name={t('imports:sample.fileName')}
      method="imports.saveSample"
      inputOf={(file) => ({ file, locale })}
    />
  );
}
