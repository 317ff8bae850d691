import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '#contract/index';
import type { ReturnContent } from '#contract/reporting/returns';
import type { TemplateCell, TemplateSource } from '#contract/reporting/templates';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import { SheetGrid } from './SheetGrid.tsx';
import { SourceForm } from './SourceForm.tsx';
import { firstSource } from './sources.ts';
import grid from './TemplateEditor.module.css';

interface PlacingProps {
  readonly book: Output<'templates.inspect'>;
  readonly content: ReturnContent;
  readonly cells: readonly TemplateCell[];
  readonly onPut: (cell: TemplateCell) => void;
}

/** The form's cells on one side, what goes into the chosen one on the other. */
export function Placing({ book, content, cells, onPut }: PlacingProps) {
  const t = useText();
  const { locale } = useFormat();
  const [sheetName, setSheetName] = useState(book.sheets[0]?.name ?? '');
  const [selected, setSelected] = useState<string | null>(null);
  const [source, setSource] = useState<TemplateSource>(firstSource('indicator', content, locale));
  const sheet = book.sheets.find((each) => each.name === sheetName);
  if (sheet === undefined) return null;
  const ofSheet = cells.filter((each) => each.sheet === sheetName);
  return (
    <>
      <Choice
        label={t('common:sheet')}
        value={sheetName}
        options={book.sheets.map((each) => ({ value: each.name, label: each.name }))}
        onChange={(chosen) => {
          setSheetName(chosen);
          setSelected(null);
        }}
      />
      <p className={shared.note}>
        {t('templates:gridText')} {sheet.cut && t('templates:cut')}
      </p>
      <div className={grid.sides}>
        <SheetGrid
          sheet={sheet}
          mapped={new Set(ofSheet.map((each) => each.cell))}
          selected={selected}
          onSelect={(cell) => {
            setSelected(cell);
            const held = ofSheet.find((each) => each.cell === cell);
            if (held !== undefined) setSource(held.source);
          }}
        />
        <div className={grid.side} role="group" aria-label={t('templates:kind.label')}>
          <p className={classes.code} role="status">
            {selected === null ? t('templates:noCell') : t('templates:selected', { cell: selected })}
          </p>
          <SourceForm content={content} source={source} onChange={setSource} />
          <Button
            disabled={selected === null}
            onClick={() => {
              if (selected !== null) onPut({ sheet: sheetName, cell: selected, source });
            }}
          >
            {t('templates:put', { cell: selected ?? '' })}
          </Button>
        </div>
      </div>
    </>
  );
}
