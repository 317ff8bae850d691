import { Button, Group, Input } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FileGrant } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';

interface Folder {
  readonly grant: FileGrant;
  readonly name: string;
}

interface FolderFieldProps {
  readonly value?: Folder | null;
  readonly onChange?: (folder: Folder) => void;
  readonly error?: ReactNode;
}

/** A folder is chosen in the system's dialog: the page never sees its path. */
export function FolderField({ value, onChange, error }: FolderFieldProps) {
  const t = useText();
  const choose = useWrite('workspaces.chooseParent');
  const pick = () => {
    choose.mutate(
      {},
      {
        onSuccess: ({ folder }) => {
          if (folder !== null) onChange?.(folder);
        },
      },
    );
  };
  return (
    <Input.Wrapper
      labelElement="div"
      label={t('welcome:new.folder')}
      description={t('welcome:new.folderHint')}
      error={error}
    >
      <Group gap={8} wrap="nowrap">
        <Button variant="default" onClick={pick} loading={choose.isPending}>
          {t('common:chooseAFolder')}
        </Button>
        <span role="status">{value?.name ?? ''}</span>
      </Group>
    </Input.Wrapper>
  );
}
