import { Button } from '@mantine/core';
import { useWrite } from '../../../bridge/queries.ts';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';

/** A small file of invented referrals in the language on screen, for whom there is none at hand. */
export function SaveSample() {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const choose = useWrite('files.save');
  const save = useWrite('imports.saveSample');
  const failure = choose.error?.failure ?? save.error?.failure;
  const pick = () => {
    save.reset();
    choose.mutate(
      { purpose: 'list_csv', suggestedName: `${t('imports:sample.fileName')}.csv` },
      {
        onSuccess: ({ file }) => {
          if (file !== null) save.mutate({ file: file.grant, locale });
        },
      },
    );
  };
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={pick} loading={choose.isPending || save.isPending}>
        {t('imports:sample.save')}
      </Button>
      <span role="status" className={shared.quiet}>
        {save.isSuccess && t('imports:report.saved', { name: choose.data?.file?.name ?? '' })}
      </span>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
