import { Button } from '@mantine/core';
import { IconServer } from '@tabler/icons-react';
import { useState } from 'react';
import { useHasRole, useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { OriginalDialog } from './OriginalDialog.tsx';

/** On every screen of a workspace that was moved from here: where it is now. */
export function MovedNotice() {
  const t = useText();
  const isAdministrator = useHasRole('administrator');
  const { movedTo } = useSession().workspace;
  const [isSaying, setIsSaying] = useState(false);
  if (movedTo === undefined) return null;
  const { server, computer, folder } = movedTo;
  return (
    <>
      <Notice
        tone="dueSoon"
        icon={IconServer}
        title={t('shell:moved.title')}
        end={
          isAdministrator && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                setIsSaying(true);
              }}
            >
              {t('shell:moved.make')}
            </Button>
          )
        }
      >
        {server === null
          ? t('shell:moved.folder', { computer, folder })
          : t('shell:moved.server', { server, computer, folder })}
      </Notice>
      {isSaying && (
        <OriginalDialog
          about="moved"
          onClose={() => {
            setIsSaying(false);
          }}
        />
      )}
    </>
  );
}
