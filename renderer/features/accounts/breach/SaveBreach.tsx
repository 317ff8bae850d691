import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { LostThing } from '#contract/accounts/breach';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';

/** The report as a PDF in the language on screen. */
export function SaveBreach({ lost }: { readonly lost: LostThing }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const { save, isPending, failure } = useSaveAs('breach.save');
  return (
    <div>
      <Button
        variant="default"
        loading={isPending}
        onClick={() => {
          save(
            { purpose: 'paper_pdf', suggestedName: `${t('admin:breach.fileName', { on: today() })}.pdf` },
            (file) => ({ lost, file, locale }),
            () => {
              notifications.show({ message: t('admin:breach.saved') });
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
