import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { TemplateId } from '#contract/ground/ids';
import { useText } from '../../../../i18n/text.ts';
import classes from '../Returns.module.css';
import type { ToFill } from './toFill.ts';

interface FilesToFillProps {
  readonly toFill: readonly ToFill[];
  readonly onRemove: (id: TemplateId) => void;
}

/** The workbooks that will go with the export, each with the mapping that fills it. */
export function FilesToFill({ toFill, onRemove }: FilesToFillProps) {
  const t = useText();
  if (toFill.length === 0) return null;
  return (
    <ul className={classes.toFill} aria-label={t('templates:toFill')}>
      {toFill.map(({ templateId, templateName, fileName }) => (
        <li key={templateId}>
          {t('templates:fills', { name: templateName, file: fileName })}
          <ActionIcon
            size="sm"
            aria-label={t('templates:takeOut', { name: templateName })}
            onClick={() => {
              onRemove(templateId);
            }}
          >
            <IconX size={14} stroke={1.5} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
