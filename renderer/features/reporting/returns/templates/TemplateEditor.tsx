import { Button, TextInput } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReturnId } from '#contract/ground/ids';
import type { ReturnContent } from '#contract/reporting/returns';
import {
  type FunderTemplate,
  type TemplateCell,
  type WhenMissing,
  whenMissing as whenMissingOptions,
} from '#contract/reporting/templates';
import { useChosenFile } from '../../../../bridge/chosenFile.ts';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DropArea } from '../../../../ui/DropArea.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import { MappedCells } from './MappedCells.tsx';
import { Placing } from './Placing.tsx';
import grid from './TemplateEditor.module.css';

interface TemplateEditorProps {
  readonly returnId: ReturnId;
  readonly content: ReturnContent;
  /** Null for a new one. */
  readonly template: FunderTemplate | null;
  readonly onDone: () => void;
}

const blank = { cells: [], name: '', whenMissing: 'symbol' } as const;

const same = (one: TemplateCell, other: Pick<TemplateCell, 'sheet' | 'cell'>): boolean =>
  one.sheet === other.sheet && one.cell === other.cell;

/** Which cell of the funder's form takes what. */
export function TemplateEditor({ returnId, content, template, onDone }: TemplateEditorProps) {
  const t = useText();
  const inspect = useWrite('templates.inspect');
  const save = useWrite('templates.save');
  const start = template ?? blank;
  const [cells, setCells] = useState<readonly TemplateCell[]>(start.cells);
  const [name, setName] = useState(start.name);
  const [whenMissing, setWhenMissing] = useState<WhenMissing>(start.whenMissing);
  const book = inspect.data;
  const chosen = useChosenFile('template', (file) => {
    inspect.mutate({ file: file.grant });
  });
  const failure = chosen.failure ?? (inspect.error ?? save.error)?.failure ?? null;
  const isBusy = chosen.isPending || inspect.isPending;
  const keep = () => {
    const of = book ?? template;
    if (of === null) return;
    const { fileName, sha256 } = of;
    const held = template === null ? {} : { id: template.id, version: template.version };
    save.mutate({ ...held, name, fileName, sha256, whenMissing, cells: [...cells] }, { onSuccess: onDone });
  };
  const put = (cell: TemplateCell) => {
    setCells([...cells.filter((each) => !same(each, cell)), cell]);
  };
  return (
    <section className={classes.section} aria-label={t('templates:mapTitle')}>
      <h2 className={shared.heading}>{t('templates:mapTitle')}</h2>
      <p className={shared.note}>{t('templates:mapText')}</p>
      <DropArea isBusy={isBusy} onFile={chosen.drop}>
        <div className={shared.buttons}>
          <Button
            leftSection={<IconTableImport size={16} stroke={1.75} />}
            variant={book === undefined ? 'filled' : 'default'}
            loading={isBusy}
            onClick={chosen.pick}
          >
            {t('templates:openForm')}
          </Button>
        </div>
        <span className={shared.note}>{t('templates:drop')}</span>
      </DropArea>
      {failure !== null && <FailureAlert failure={failure} />}
      {book !== undefined && <Placing key={book.sha256} book={book} content={content} cells={cells} onPut={put} />}
      {cells.length > 0 && (
        <>
          <h3 className={shared.heading}>{t('templates:cells')}</h3>
          <MappedCells
            returnId={returnId}
            content={content}
            cells={cells}
            whenMissing={whenMissing}
            onRemove={(cell) => {
              setCells(cells.filter((each) => !same(each, cell)));
            }}
          />
        </>
      )}
      <Naming name={name} whenMissing={whenMissing} onName={setName} onWhenMissing={setWhenMissing} />
      <div className={shared.buttons}>
        <Button disabled={cells.length === 0 || name.trim() === ''} loading={save.isPending} onClick={keep}>
          {t('templates:save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('templates:leave')}
        </Button>
      </div>
    </section>
  );
}

interface NamingProps {
  readonly name: string;
  readonly whenMissing: WhenMissing;
  readonly onName: (name: string) => void;
  readonly onWhenMissing: (whenMissing: WhenMissing) => void;
}

function Naming({ name, whenMissing, onName, onWhenMissing }: NamingProps) {
  const t = useText();
  return (
    <div className={grid.fields}>
      <TextInput
        label={t('templates:name')}
        maxLength={80}
        value={name}
        onChange={(event) => {
          onName(event.currentTarget.value);
        }}
      />
      <Choice
        label={t('templates:whenMissing')}
        value={whenMissing}
        options={whenMissingOptions.options.map((each) => ({ value: each, label: t(`templates:missing.${each}`) }))}
        onChange={(chosen) => {
          onWhenMissing(chosen === 'blank' ? 'blank' : 'symbol');
        }}
      />
    </div>
  );
}
