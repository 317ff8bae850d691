import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import type { SheetRow } from './draft.ts';

interface RowActionsProps {
  readonly row: SheetRow;
  readonly name: string;
  readonly onToggle: () => void;
}

/** Takes a row away or keeps it: either way nothing happens before the grid is saved. */
export function RowActions({ row, name, onToggle }: RowActionsProps) {
  const t = useText();
  if (row.saved === null && Object.keys(row.texts).length === 0) return null;
  const label = t(row.isRemoved ? 'funding:grid.restore' : 'funding:grid.remove', { row: name });
  const Sign = row.isRemoved ? IconArrowBackUp : IconTrash;
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} title={label} onClick={onToggle}>
      <Sign size={14} stroke={1.5} aria-hidden />
    </ActionIcon>
  );
}
