import { notifications } from '@mantine/notifications';
import { useWrite } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { leavingColumns, type ListLayout } from './useListSetup.ts';

interface TextColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly text: (row: Row) => string;
}

/** One cell of what a spreadsheet takes from the clipboard: on one line, and never run as a formula. */
export function pastedCell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

export function rowsAsText<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map(({ text }) => pastedCell(text(row))));
  return [columns.map(({ header }) => pastedCell(header)), ...lines].map((cells) => cells.join('\t')).join('\r\n');
}

/** Puts rows on the clipboard as the list shows them, once the audit says so. */
export function useCopyRows<Row>(
  { query, columns: all }: ListLayout<TextColumn<Row>>,
  shown: readonly string[],
): (rows: readonly Row[]) => void {
  const t = useText();
  const note = useWrite('lists.copied');
  const copy = useWrite('app.copy');
  return (rows) => {
    const columns = leavingColumns(all, shown);
    if (query === null || rows.length === 0 || columns.length === 0) return;
    const run = async () => {
      await note.mutateAsync({ list: query.list, rows: rows.length, columns: columns.map(({ id }) => id) });
      await copy.mutateAsync({ text: rowsAsText(columns, rows) });
      return t('lists:copied', { count: rows.length });
    };
    run().then(
      (message) => notifications.show({ message }),
      () => notifications.show({ message: t('lists:notCopied'), color: 'red' }),
    );
  };
}
