import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import type { Inspection } from './useImport.ts';

/** What one line of the choice has room for. */
const longest = 78;

interface HeaderRowProps {
  readonly inspection: Inspection;
  readonly isBusy: boolean;
  readonly onChange: (row: number) => void;
}

/** Which line names the columns: registers have titles above it. */
export function HeaderRow({ inspection, isBusy, onChange }: HeaderRowProps) {
  const t = useText();
  const { firstLines, suggested } = inspection;
  return (
    <Choice
      label={t('imports:mapping.headerRow')}
      maw={720}
      options={firstLines.map(({ line, text }, row) => ({
        value: String(row),
        label: t('imports:mapping.headerLine', {
          line,
          text: text.length > longest ? `${text.slice(0, longest)}…` : text,
        }),
      }))}
      value={String(suggested.headerRow ?? 0)}
      disabled={isBusy}
      onChange={(row) => {
        onChange(Number(row));
      }}
    />
  );
}
