import type { Output } from '#contract/index';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useOpened } from '../../../../lib/useOpened.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { StrikeDialog, type Struck } from '../../corrections/StrikeDialog.tsx';
import type { FilePartProps } from '../fileParts.ts';
import shared from '../../../../ui/Shared.module.css';
import fileClasses from '../Investigations.module.css';
import { FileSection } from '../FileSection.tsx';
import { Clearance } from './Clearance.tsx';
import { OffenceDialog } from './OffenceDialog.tsx';
import { useOffenceNames } from './useOffenceNames.ts';

type OffenceRow = Output<'offences.list'>['offences'][number];

/** What may have been committed, when, and the file's clearance status. */
export function Offences({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const read = useRead('offences.list', { investigationId: investigation.id });
  const offences = read.data?.offences ?? [];
  return (
    <>
      <FileSection
        title={t('codes:paperSection.offences')}
        words={t('investigations:add.words.offences')}
        action={t('offences:add')}
        keys="F"
        read={read}
        isEmpty={offences.length === 0}
        dialog={(close) => <OffenceDialog file={investigation} onClose={close} />}
      >
        <OffenceTable investigationId={investigation.id} offences={offences} />
      </FileSection>
      <Clearance file={investigation} />
    </>
  );
}

interface OffenceTableProps {
  readonly investigationId: FilePartProps['detail']['investigation']['id'];
  readonly offences: readonly OffenceRow[];
}

function OffenceTable({ investigationId, offences }: OffenceTableProps) {
  const t = useText();
  const names = useOffenceNames();
  const format = useFormat();
  const [struck, striking] = useOpened<Struck>();
  const statutes = [
    ...new Set(
      offences.flatMap(({ summaryUntil }) => (summaryUntil === null ? [] : [format.bilingual(summaryUntil.statute)])),
    ),
  ];
  return (
    <>
      <DataTable
        caption={t('codes:paperSection.offences')}
        rows={offences}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'section',
            header: t('codes:field.section'),
            narrow: true,
            value: (row) => names.section(row.offence),
          },
          {
            key: 'name',
            header: t('codes:field.offence'),
            value: (row) => names.name(row.offence),
            cell: (row) => <Named offence={row} />,
          },
          {
            key: 'on',
            header: t('offences:committed'),
            narrow: true,
            value: (row) => row.firstOn,
            cell: (row) => <Committed offence={row} />,
          },
          { key: 'maximum', header: t('offences:maximum'), value: (row) => names.penalty(row.offence, row.lastOn) },
          { key: 'code', header: t('offences:code'), value: (row) => names.code(row.offence) },
          actionColumn<OffenceRow>({
            label: t('corrections:strike.button'),
            name: (row) => t('corrections:strike.for', { name: names.section(row.offence) }),
            run: (row) => {
              striking.open({ record: 'offence', row, name: names.section(row.offence) });
            },
          }),
        ]}
      />
      {statutes.map((statute) => (
        <p key={statute} className={shared.noteBelow}>
          {t('offences:summaryRule', { statute })}
        </p>
      ))}
      {struck !== null && (
        <StrikeDialog file={{ kind: 'investigation', id: investigationId }} struck={struck} onClose={striking.close} />
      )}
    </>
  );
}

/** A day, or the first and the last of a range, one below the other. */
function Committed({ offence }: { readonly offence: OffenceRow }) {
  const t = useText();
  const { firstOn, lastOn } = offence;
  if (firstOn === lastOn) return firstOn;
  return (
    <>
      <span className={fileClasses.stage}>{t('offences:rangeFrom', { on: firstOn })}</span>
      <span className={fileClasses.stage}>{t('offences:rangeTo', { on: lastOn })}</span>
    </>
  );
}

/** The offence and, where it may be so prosecuted, the limit of summary proceedings with its statute. */
function Named({ offence: { offence, attempted, summaryUntil } }: { readonly offence: OffenceRow }) {
  const t = useText();
  const names = useOffenceNames();
  return (
    <div className={fileClasses.wide}>
      {names.name(offence)}
      {attempted && ` (${t('offences:attempted')})`}
      {summaryUntil !== null && (
        <span className={fileClasses.also}>{t('offences:summaryUntil', { on: summaryUntil.on })}</span>
      )}
    </div>
  );
}
