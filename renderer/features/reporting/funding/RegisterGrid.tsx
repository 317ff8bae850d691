import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { FiscalYear } from '#contract/ground/dates';
import type { UnitCodes } from '#contract/reporting/fundingCells';
import type { Register } from '#contract/reporting/fundingColumns';
import type { AgreementId } from '#contract/ground/ids';
import { varianceThreshold } from '#contract/reporting/spending';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { GridFoot } from '../../../ui/grid/GridFoot.tsx';
import { cellText } from './cellText.ts';
import { countChanges, emptyDraft, sheetRows, toChanges, type Draft, type Sheet } from './draft.ts';
import { FileActions } from './FileActions.tsx';
import classes from './Funding.module.css';
import { previewPaste, withPasted, type PastedCell } from './paste.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { UndoButton } from './UndoButton.tsx';
import { useInvalid } from './useInvalid.ts';
import { shownColumns, type Period } from './views.ts';

interface RegisterGridProps {
  readonly agreementId: AgreementId;
  readonly register: Register;
  readonly fiscalYear: FiscalYear;
  readonly period: Period;
  readonly units: UnitCodes;
  /** Controls at the head of the grid, next to its files. */
  readonly bar: ReactNode;
}

/** One register of an agreement. What is typed and not saved stays with it while the user goes elsewhere. */
export function RegisterGrid({ units, period, bar, ...grid }: RegisterGridProps) {
  const t = useText();
  const format = useFormat();
  const held = useRead('funding.rows', grid);
  const place = `funding ${grid.agreementId} ${grid.register} ${String(grid.fiscalYear)}`;
  const [draft, setDraft] = useKeptState<Draft>(place, emptyDraft);
  const [pasted, dialog] = useOpened<readonly PastedCell[]>();
  const save = useWrite('funding.save');
  const sheet: Sheet = { register: grid.register, rows: held.data?.rows ?? [], units };
  const invalid = useInvalid(sheet, draft);
  const count = countChanges(draft);
  const columns = shownColumns(grid.register, period, format.locale);
  const rows = sheetRows(sheet, draft);
  const saveAll = () => {
    save.mutate(
      { ...grid, changes: toChanges(sheet, draft) },
      {
        onSuccess: () => {
          setDraft(emptyDraft);
          notifications.show({ message: t('common:saved') });
        },
      },
    );
  };
  if (held.error !== null) return <FailureAlert failure={held.error.failure} />;
  if (held.data === undefined) return null;
  return (
    <>
      <div className={classes.bar}>
        {bar}
        <p className={classes.hint}>
          {grid.register === 'budget' &&
            `${t('funding:grid.threshold', {
              share: format.percent(varianceThreshold.share),
              amount: format.money(varianceThreshold.cents),
            })} `}
          {t('funding:copyHint')}
        </p>
        <FileActions grid={grid} units={units} isDisabled={count > 0} />
      </div>
      <SheetGrid
        sheet={sheet}
        draft={draft}
        columns={columns}
        period={period}
        onDraft={setDraft}
        onPaste={(from, block) => {
          const shown = (row: (typeof rows)[number] | undefined, column: (typeof columns)[number]): string =>
            row?.texts[column.key] ?? cellText(column, row?.saved?.cells[column.key] ?? null, format.locale, units);
          dialog.open(previewPaste(sheet, rows, columns, from, block, shown));
        }}
      />
      {pasted !== null && (
        <PasteDialog
          cells={pasted}
          nameOf={(row) => String(rows[row]?.saved?.cells['code'] ?? t('funding:grid.row', { row: row + 1 }))}
          onApply={() => {
            setDraft(withPasted(draft, sheet, pasted));
            dialog.close();
          }}
          onClose={dialog.close}
        />
      )}
      <GridFoot
        saveLabel={t('funding:save')}
        changes={count}
        problem={invalid.count === 0 ? null : t('funding:invalid', { count: invalid.count, first: invalid.first })}
        isSaving={save.isPending}
        failure={save.error?.failure}
        onSave={saveAll}
        onDiscard={() => {
          setDraft(emptyDraft);
        }}
      >
        <UndoButton changes={held.data.undoable} isDisabled={count > 0} />
      </GridFoot>
    </>
  );
}
