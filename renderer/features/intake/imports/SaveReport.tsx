import { Button } from '@mantine/core';
import { useWrite } from '../../../bridge/queries.ts';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';

/** The rows that are left out, with the reason in words, as a CSV in the language on screen. */
export function SaveReport({ previewId }: { readonly previewId: string }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const choose = useWrite('files.save');
  const save = useWrite('imports.saveReport');
  const failure = choose.error?.failure ?? save.error?.failure;
  const pick = () => {
    save.reset();
    choose.mutate(
      { purpose: 'import_report', suggestedName: `${t('imports:report.fileName')}.csv` },
      {
        onSuccess: ({ file }) => {
          if (file !== null) save.mutate({ previewId, file: file.grant, locale });
        },
      },
    );
  };
  return (
    <>
      <Button variant="default" onClick={pick} loading={choose.isPending || save.isPending}>
        {t('imports:report.save')}
      </Button>
      <span role="status" className={shared.quiet}>
        {save.isSuccess && t('imports:report.saved', { name: choose.data?.file?.name ?? '' })}
      </span>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
