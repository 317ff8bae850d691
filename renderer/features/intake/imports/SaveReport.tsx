import { usePreferences } from '../../../bridge/preferences.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { SaveCsv } from './SaveCsv.tsx';

/** The rows that are left out, with the reason in words, as a CSV in the language on screen. */
export function SaveReport({ previewId }: { readonly previewId: string }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const write = useWrite('imports.saveReport');
  return (
    <SaveCsv
      variant="default"
      label={t('imports:report.save')}
      purpose="import_report"
      name={t('imports:report.fileName')}
      write={write}
      onFile={(file) => {
        write.mutate({ previewId, file, locale });
      }}
    />
  );
}
