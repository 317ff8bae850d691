import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReturnId, TemplateId } from '#contract/ground/ids';
import type { ReturnContent } from '#contract/reporting/returns';
import type { FunderTemplate } from '#contract/reporting/templates';
import { useChosenFile } from '../../../../bridge/chosenFile.ts';
import { useRead, useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useOpened } from '../../../../lib/useOpened.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DropArea } from '../../../../ui/DropArea.tsx';
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import { FilesToFill } from './FilesToFill.tsx';
import { MappedCells } from './MappedCells.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import type { ToFill } from './toFill.ts';

interface TemplateSectionProps {
  readonly returnId: ReturnId;
  readonly content: ReturnContent;
  readonly toFill: readonly ToFill[];
  readonly onToFill: (toFill: readonly ToFill[]) => void;
}

/** The funders' own workbooks: which mappings, which files, and what each cell would hold. */
export function TemplateSection({ returnId, content, toFill, onToFill }: TemplateSectionProps) {
  const t = useText();
  const list = useRead('templates.list', {});
  const [chosenId, setChosenId] = useState('');
  const [editing, dialog] = useOpened<FunderTemplate | 'new'>();
  if (list.isError) return <FailureAlert failure={list.error.failure} />;
  if (list.data === undefined) return null;
  const { templates } = list.data;
  const chosen = templates.find((each) => each.id === chosenId);
  /** A mapping fills one workbook: another choice takes the place of the first. */
  const put = (templateId: TemplateId, next: ToFill | null) => {
    const others = toFill.filter((each) => each.templateId !== templateId);
    onToFill(next === null ? others : [...others, next]);
  };
  if (editing !== null)
    return (
      <TemplateEditor
        returnId={returnId}
        content={content}
        template={editing === 'new' ? null : editing}
        onDone={() => {
          dialog.close();
          if (editing !== 'new') put(editing.id, null);
        }}
      />
    );
  return (
    <section className={classes.section} aria-label={t('templates:title')}>
      <h2 className={shared.heading}>{t('templates:title')}</h2>
      <p className={shared.note}>{t('templates:text')}</p>
      {templates.length === 0 ? (
        <p className={shared.note}>{t('templates:empty')}</p>
      ) : (
        <Choice
          label={t('templates:mapping')}
          maw={420}
          value={chosenId}
          empty={t('templates:none')}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosenId}
        />
      )}
      {chosen !== undefined && (
        <Filling
          key={`${chosen.id} ${String(chosen.version)}`}
          returnId={returnId}
          content={content}
          template={chosen}
          isChosen={toFill.some(({ templateId }) => templateId === chosen.id)}
          onChosen={(next) => {
            put(chosen.id, next);
          }}
          onEdit={dialog.opener(chosen)}
        />
      )}
      <FilesToFill
        toFill={toFill}
        onRemove={(id) => {
          put(id, null);
        }}
      />
      <div className={shared.buttons}>
        <Button variant="default" onClick={dialog.opener('new')}>
          {t('templates:new')}
        </Button>
      </div>
    </section>
  );
}

interface FillingProps {
  readonly returnId: ReturnId;
  readonly content: ReturnContent;
  readonly template: FunderTemplate;
  /** Its workbook is among those that go with the export. */
  readonly isChosen: boolean;
  readonly onChosen: (toFill: ToFill | null) => void;
  readonly onEdit: () => void;
}

function Filling({ returnId, content, template, isChosen, onChosen, onEdit }: FillingProps) {
  const t = useText();
  const inspect = useWrite('templates.inspect');
  const remove = useWrite('templates.remove');
  const [asksRemoval, removal] = useDisclosure();
  const chosen = useChosenFile('template', (file) => {
    onChosen(null);
    const onSuccess = () => {
      const { id: templateId, name: templateName } = template;
      onChosen({ templateId, templateName, templateFile: file.grant, fileName: file.name });
    };
    inspect.mutate({ file: file.grant }, { onSuccess });
  });
  const failure = chosen.failure ?? inspect.error?.failure ?? null;
  const isBusy = chosen.isPending || inspect.isPending;
  return (
    <>
      {failure !== null && <FailureAlert failure={failure} />}
      {!isChosen && <p className={shared.note}>{t('templates:notChosen')}</p>}
      {isChosen && inspect.data !== undefined && (
        <>
          <Notice
            tone="positive"
            icon={IconFileSpreadsheet}
            title={t('templates:chosen', { file: inspect.data.fileName })}
          />
          {inspect.data.sha256 !== template.sha256 && (
            <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('templates:differs', { file: template.fileName })}>
              {t('templates:differsText')}
            </Notice>
          )}
        </>
      )}
      <DropArea isBusy={isBusy} onFile={chosen.drop}>
        <div className={shared.buttons}>
          <Button variant={isChosen ? 'default' : 'filled'} loading={isBusy} onClick={chosen.pick}>
            {t('templates:choose')}
          </Button>
          <Button variant="default" onClick={onEdit}>
            {t('templates:edit')}
          </Button>
          <Button variant="default" onClick={removal.open}>
            {t('templates:remove')}
          </Button>
        </div>
        <span className={shared.note}>{t('templates:drop')}</span>
      </DropArea>
      <MappedCells returnId={returnId} content={content} cells={template.cells} whenMissing={template.whenMissing} />
      {asksRemoval && (
        <ConfirmDialog
          title={t('templates:removeTitle', { name: template.name })}
          confirm={t('templates:remove')}
          isDangerous
          isBusy={remove.isPending}
          failure={remove.error?.failure}
          onConfirm={() => {
            // What it would have filled does not go with the export.
            onChosen(null);
            remove.mutate({ id: template.id, version: template.version });
          }}
          onClose={removal.close}
        >
          {t('templates:removeText')}
        </ConfirmDialog>
      )}
    </>
  );
}
