import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';

/** The certificate of what the unit purged on that day, as a PDF in the language on screen. */
export function Certificate({ unitId, on }: { readonly unitId: UnitId; readonly on: CivilDate }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const choose = useWrite('files.save');
  const certify = useWrite('purges.certify');
  const failure = choose.error?.failure ?? certify.error?.failure;
  const save = () => {
    choose.mutate(
      { purpose: 'paper_pdf', suggestedName: `${t('records:purged.certificateName', { on })}.pdf` },
      {
        onSuccess: ({ file }) => {
          if (file === null) return;
          certify.mutate(
            { unitId, on, file: file.grant, locale },
            {
              onSuccess: () => {
                notifications.show({ message: t('records:purged.certified') });
              },
            },
          );
        },
      },
    );
  };
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        loading={certify.isPending}
        aria-label={t('records:purged.certificateFor', { on })}
        onClick={save}
      >
        {t('records:purged.certificate')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
