import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconClockExclamation } from '@tabler/icons-react';
import { useEffect } from 'react';
import { decidingRoles } from '#contract/ground/codes';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { pageClockOf } from '../../../lib/readClock.ts';
import { setPageClock } from '../../../lib/pageClock.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';

/** On every screen, while the computer's clock is not believed: set back, or far ahead of the last time known. */
export function ClockNotice() {
  const t = useText();
  const format = useFormat();
  const mayConfirm = useHasRole(...decidingRoles);
  const [isAsking, asking] = useDisclosure();
  const confirm = useWrite('clock.confirm');
  const { data, dataUpdatedAt } = useRead('clock.state', {});
  const doubt = data?.doubt ?? null;
  useEffect(() => {
    if (data) setPageClock(pageClockOf(data, dataUpdatedAt));
  }, [data, dataUpdatedAt]);
  if (!doubt) return null;
  const times = { computer: format.instant(doubt.computer), known: format.instant(doubt.known) };
  const close = () => {
    asking.close();
    confirm.reset();
  };
  return (
    <>
      <Notice
        tone="overdue"
        icon={IconClockExclamation}
        title={t(`shell:clock.${doubt.kind}`)}
        live="assertive"
        end={
          mayConfirm && (
            <Button variant="default" size="compact-sm" onClick={asking.open}>
              {t('shell:clock.confirm')}
            </Button>
          )
        }
      >
        {t('shell:clock.text', times)}
      </Notice>
      {isAsking && (
        <ConfirmDialog
          title={t('shell:clock.question', times)}
          confirm={t('shell:clock.confirm')}
          isDangerous
          isBusy={confirm.isPending}
          failure={confirm.error?.failure}
          onClose={close}
          onConfirm={() => {
            confirm.mutate(
              {},
              {
                onSuccess: () => {
                  close();
                  notifications.show({ message: t('shell:clock.confirmed') });
                },
              },
            );
          }}
        >
          <Text size="sm">{t('shell:clock.consequence')}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
