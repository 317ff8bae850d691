import { Button } from '@mantine/core';
import { useSaveAs } from '../../../bridge/saveAs.ts';
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
  const { save, isPending, written, failure } = useSaveAs('due.export');
  const pick = () => {
    save({ purpose: 'calendar', suggestedName: `${t('due:export.fileName')}.ics` }, (file) => ({
      filter,
      file,
      locale,
    }));
  };
  useScreenKeys([{ keys: 'E', label: t('due:export.button'), run: pick }]);
  return (
    <>
      <span role="status" className={classes.saved}>
        {written !== undefined && t('due:export.saved', { count: written.events })}
      </span>
      <Button variant="default" onClick={pick} loading={isPending}>
        {t('due:export.button')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
