import { Button, Textarea } from '@mantine/core';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import type { DueFilter } from './DueFilters.tsx';
import { PeriodsDialog } from './PeriodsDialog.tsx';
import type { Output } from '#contract/index';
import { today } from '../../../lib/today.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { listedDays } from './listedDays.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Due.module.css';

/** Dates for another calendar, without a word of any case: each is an opaque reference that this screen finds again. */
function ExportCalendar({ filter }: { readonly filter: DueFilter }) {
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

interface ClosedDaysDialogProps {
  readonly closedDays: Output<'clockSettings.get'>['closedDays'];
  readonly onClose: () => void;
}

/** The days on which courts and registries are closed where the unit is: they make one act earlier and move no date. */
function ClosedDaysDialog({ closedDays, onClose }: ClosedDaysDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('clockSettings.setClosedDays', {
    values: { days: closedDays.join('\n') },
    toInput: ({ days }) => ({ days: listedDays(days, today()) }),
    // The contract checks one day after the other; the form has one field for all.
    errors: (found) => Object.fromEntries(Object.values(found).map((problem) => ['days', problem])),
    onDone: onClose,
  });
  return (
    <FormDialog title={t('due:closed.title')} submit={t('due:closed.submit')} {...sending} onClose={onClose}>
      <p>{t('due:closed.text')}</p>
      <Textarea
        label={t('common:days')}
        description={t('due:closed.daysHint')}
        data-autofocus
        autosize
        minRows={6}
        maxRows={14}
        {...form.getInputProps('days')}
      />
    </FormDialog>
  );
}

type Setting = 'periods' | 'closed';

/** What can be done with the dates: carry them to another calendar, and for a supervisor set what they rest on. */
export function DueActions({ filter }: { readonly filter: DueFilter }) {
  const t = useText();
  const { roles } = useSession();
  const [open, dialog] = useOpened<Setting>();
  const setting = (which: Setting) => (
    <Button variant="default" onClick={dialog.opener(which)}>
      {t(`due:${which}.button`)}
    </Button>
  );
  return (
    <>
      {roles.includes('supervisor') && setting('periods')}
      {roles.includes('supervisor') && setting('closed')}
      <ExportCalendar filter={filter} />
      {open !== null && <SettingDialog which={open} onClose={dialog.close} />}
    </>
  );
}

interface SettingDialogProps {
  readonly which: Setting;
  readonly onClose: () => void;
}

/** Mounted once what is set is known. */
function SettingDialog({ which, onClose }: SettingDialogProps) {
  const settings = useRead('clockSettings.get', {}).data;
  if (settings === undefined) return null;
  return which === 'periods' ? (
    <PeriodsDialog parameters={settings.parameters} onClose={onClose} />
  ) : (
    <ClosedDaysDialog closedDays={settings.closedDays} onClose={onClose} />
  );
}
