import type { HearingRow } from '#contract/casework/hearings';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { latest } from '../../../../lib/latest.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import type { FileDetail, FilePartProps } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
import classes from '../Investigations.module.css';
import { usePersonNames } from '../people/usePersonNames.ts';
import { HearingAnswerDialog } from './HearingAnswerDialog.tsx';
import { HearingDialog } from './HearingDialog.tsx';
import { hearingName, whenOf } from './hearingNames.ts';

interface Opened {
  readonly act: 'answer' | 'change';
  readonly row: HearingRow;
}

/** The days in court of the file: those to come, and what became of the others. */
export function Hearings({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const read = useRead('hearings.list', { investigationId: investigation.id });
  const hearings = read.data?.hearings ?? [];
  return (
    <FileSection
      title={t('fileWork:hearings.title')}
      words={t('investigations:add.words.hearings')}
      action={t('fileWork:hearings.add')}
      keys="H"
      read={read}
      isEmpty={hearings.length === 0}
      dialog={(close, opened: Opened | null) => {
        const hearing = latest(hearings, opened?.row ?? null);
        return opened?.act === 'answer' && hearing !== null ? (
          <HearingAnswerDialog file={investigation} hearing={hearing} onClose={close} />
        ) : (
          <HearingDialog file={investigation} hearing={hearing} onClose={close} />
        );
      }}
    >
      {(open) => <HearingTable file={investigation} hearings={hearings} onOpen={open} />}
    </FileSection>
  );
}

interface HearingTableProps {
  readonly file: FileDetail['investigation'];
  readonly hearings: readonly HearingRow[];
  readonly onOpen: (opened: Opened) => void;
}

function HearingTable({ file, hearings, onOpen }: HearingTableProps) {
  const t = useText();
  const names = useNames();
  const { nameOf } = usePersonNames(file.id);
  const whereOf = ({ court, personId }: HearingRow): string =>
    [nameOf(personId), court].filter((part) => part !== null).join(' · ');
  const outcomeOf = ({ outcome, outcomeNote }: HearingRow): string | null =>
    outcome && [t(`codes:hearingOutcome.${outcome}`), ...(outcomeNote === null ? [] : [outcomeNote])].join(', ');
  return (
    <DataTable
      caption={t('fileWork:hearings.title')}
      rows={hearings}
      rowKey={(row) => row.id}
      isMuted={({ outcome }) => outcome !== null}
      columns={[
        { key: 'on', header: t('codes:heading.date'), narrow: true, value: whenOf },
        {
          key: 'kind',
          header: t('codes:field.kind'),
          value: (row) => t(`codes:hearingKind.${row.kind}`),
          cell: (row) => (
            <>
              {t(`codes:hearingKind.${row.kind}`)}
              <span className={classes.also}>{whereOf(row)}</span>
            </>
          ),
        },
        {
          key: 'attends',
          header: t('codes:field.attends'),
          value: (row) => (row.attends === null ? t('fileWork:tasks.lead') : names.person(row.attends)),
        },
        {
          key: 'outcome',
          header: t('codes:field.hearingOutcome'),
          value: outcomeOf,
          none: t('fileWork:hearings.toCome'),
        },
        {
          ...actionColumn<HearingRow>({
            label: t('fileWork:hearings.answer'),
            name: (row) => t('fileWork:hearings.answerFor', { name: hearingName(row, t) }),
            run: (row) => {
              onOpen({ act: 'answer', row });
            },
          }),
          key: 'answer',
        },
        actionColumn<HearingRow>({
          label: t('common:change'),
          name: (row) => t('common:changeFor', { name: hearingName(row, t) }),
          run: (row) => {
            onOpen({ act: 'change', row });
          },
        }),
      ]}
    />
  );
}
