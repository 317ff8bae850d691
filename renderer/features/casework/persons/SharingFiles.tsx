import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { CaseFile } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** Other files that hold the same identifier, each with why it is thought so; nothing where there are none. */
export function SharingFiles({ file }: { readonly file: CaseFile }) {
  const t = useText();
  const { fileNumber } = useNames();
  const files = useRead('identifiers.matches', { file }).data?.files ?? [];
  if (files.length === 0) return null;
  return (
    <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('persons:sharing.title', { count: files.length })}>
      <ul>
        {files.map((each) => (
          <li key={each.file.id}>
            <Anchor component={Link} href={`/${each.file.kind}s/${each.file.id}`} inherit underline="always">
              {fileNumber(each)}
            </Anchor>{' '}
            {each.shared
              .map(({ reason, value }) =>
                t('persons:sharing.reason', { reason: t(`codes:sharedReason.${reason}`), value }),
              )
              .join(', ')}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
