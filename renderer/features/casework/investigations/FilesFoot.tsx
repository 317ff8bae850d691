import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import type { RowCursor } from '../../../lib/useRowCursor.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ListFoot } from '../../../ui/ListFoot.tsx';
import { useUndo } from '../../../ui/useUndo.tsx';
import { groupSteps, type Led } from './fileGroups.ts';
import { LeadDialog } from './LeadDialog.tsx';

interface FilesFootProps<Row extends { readonly id: string }> {
  readonly cursor: RowCursor<Row>;
  /** The open investigation of a row, if it is of one. */
  readonly fileOf: (row: Row) => Led | null;
}

/** Under a list of what belongs to investigations, once rows are selected: another lead for theirs. */
export function FilesFoot<Row extends { readonly id: string }>({ cursor, fileOf }: FilesFootProps<Row>) {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure();
  const offerUndo = useUndo();
  const files = [...new Map(cursor.marked.flatMap((row) => fileOf(row) ?? []).map((file) => [file.id, file])).values()];
  const label = t('investigations:group.lead.label');
  useScreenKeys(files.length === 0 ? [] : [{ keys: groupSteps.lead, label, run: open }]);
  return (
    <>
      {cursor.selected.size > 0 && (
        <ListFoot selected={cursor.selected.size} onClear={cursor.clear}>
          {files.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              rightSection={<KeyHint keys={groupSteps.lead} />}
              onClick={open}
            >
              {label}
            </Button>
          )}
        </ListFoot>
      )}
      {isOpen && (
        <LeadDialog
          files={files}
          onClose={close}
          onDone={(undoable) => {
            close();
            cursor.clear();
            offerUndo(undoable);
          }}
        />
      )}
    </>
  );
}
