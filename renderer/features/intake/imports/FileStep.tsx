import { Button, Group } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Failure } from '#contract/ground/errors';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DropArea } from '../../../ui/DropArea.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Imports.module.css';
import type { FileChoice } from '../../../bridge/chosenFile.ts';

interface FileStepProps {
  readonly chosen: FileChoice;
  readonly isBusy: boolean;
  readonly isReading: boolean;
  readonly failure: Failure | undefined;
  readonly onStartOver: () => void;
  /** How the file is read, once that is known. */
  readonly children: ReactNode;
}

export function FileStep({ chosen, isBusy, isReading, failure, onStartOver, children }: FileStepProps) {
  const t = useText();
  const format = useFormat();
  const { file } = chosen;
  const shown = chosen.failure ?? failure;
  return (
    <DropArea isBusy={isBusy} onFile={chosen.drop}>
      <Group gap="8px 12px">
        <Button
          variant={file === null ? 'filled' : 'default'}
          onClick={chosen.pick}
          loading={chosen.isPending || isReading}
          disabled={isBusy}
        >
          {file === null ? t('common:chooseAFile') : t('common:chooseAnother')}
        </Button>
        {file === null ? (
          <span className={shared.quiet}>{t('imports:file.kinds')}</span>
        ) : (
          <span className={classes.fileName}>
            <IconFileSpreadsheet size={16} stroke={1.5} aria-hidden />
            <strong>{file.name}</strong>
            <span className={shared.quiet}>{format.bytes(file.bytes)}</span>
          </span>
        )}
        {file !== null && !isBusy && (
          <Button variant="subtle" size="compact-sm" onClick={onStartOver}>
            {t('common:startOver')}
          </Button>
        )}
      </Group>
      {shown !== undefined && <FailureAlert failure={shown} />}
      {children}
    </DropArea>
  );
}
