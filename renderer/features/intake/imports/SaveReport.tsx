import { usePreferences } from '../../../bridge/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { SaveCsv } from './SaveCsv.tsx';

/** The rows that are left out, with the reason in words, as a CSV in the language on screen. */
export function SaveReport({ previewId }: { readonly previewId: string }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  return (
    <SaveCsv
      variant="default"
      label={t('imports:report.save')}
      purpose="import_report"
      name={t('imports:report.fileName')}
      method="imports.saveReport"
      inputOf={(file) => ({ previewId, file, locale })}
    />
  );
}
