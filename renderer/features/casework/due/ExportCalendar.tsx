import { Button } from '@mantine/core';
import { useWrite } from '../../../bridge/queries.ts';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Due.module.css';
import type { DueFilter } from './DueFilters.tsx';

/** Dates for another calendar, without a word of any case: each is an opaque reference that this screen finds again. */
export function ExportCalendar({ filter }: { readonly filter: DueFilter }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const choose = useWrite('files.save');
  const write = useWrite('due.export');
  const failure = choose.error?.failure ?? write.error?.failure;
  const pick = () => {
    write.reset();
    choose.mutate(
      { purpose: 'calendar', suggestedName: `${t('due:export.fileName')}.ics` },
      {
        onSuccess: ({ file }) => {
          if (file !== null) write.mutate({ filter, file: file.grant, locale });
        },
      },
    );
  };
  useScreenKeys([{ keys: 'E', label: t('due:export.button'), run: pick }]);
  return (
    <>
      <span role="status" className={classes.saved}>
        {write.data !== undefined && t('due:export.saved', { count: write.data.events })}
      </span>
      <Button variant="default" onClick={pick} loading={choose.isPending || write.isPending}>
        {t('due:export.button')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
