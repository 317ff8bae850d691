import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCopy } from '@tabler/icons-react';
import { originalRoles } from '#contract/store/place';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { OriginalDialog } from './OriginalDialog.tsx';

/** On every screen of a copy that is only looked at. */
export function CopyNotice() {
  const t = useText();
  const maySay = useHasRole(...originalRoles);
  const [isSaying, saying] = useDisclosure();
  const { data } = useRead('workspace.place', {});
  if (!data?.copyOf) return null;
  return (
    <>
      <Notice
        tone="dueSoon"
        icon={IconCopy}
        title={t('shell:copy.title')}
        end={
          maySay && (
            <Button variant="default" size="compact-sm" onClick={saying.open}>
              {t('shell:copy.make')}
            </Button>
          )
        }
      >
        {t('shell:copy.text', data.copyOf)}
      </Notice>
      {isSaying && <OriginalDialog onClose={saying.close} />}
    </>
  );
}
