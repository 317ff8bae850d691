import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { LostThing } from '#contract/accounts/breach';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';

/** The report as a PDF in the language on screen. */
export function SaveBreach({ lost }: { readonly lost: LostThing }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const choose = useWrite('files.save');
  const save = useWrite('breach.save');
  const failure = choose.error?.failure ?? save.error?.failure;
  const saved = () => {
    notifications.show({ message: t('admin:breach.saved') });
  };
  return (
    <div>
      <Button
        variant="default"
        loading={save.isPending}
        onClick={() => {
          choose.mutate(
            { purpose: 'paper_pdf', suggestedName: `${t('admin:breach.fileName', { on: today() })}.pdf` },
            {
              onSuccess: ({ file }) => {
                if (file !== null) save.mutate({ lost, file: file.grant, locale }, { onSuccess: saved });
              },
            },
          );
        }}
      >
        {t('admin:breach.save')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </div>
  );
}
