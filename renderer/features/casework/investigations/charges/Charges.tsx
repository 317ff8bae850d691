import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ChargeRow } from '#contract/casework/charges';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { personName } from '../../persons/personWords.ts';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import type { FileDetail, FilePartProps } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
import { usePersonNames } from '../people/usePersonNames.ts';
import classes from '../Investigations.module.css';
import { useBeforeOpening } from '../useBeforeOpening.ts';
import { AdvanceDialog } from './AdvanceDialog.tsx';
import { ChargeDialog } from './ChargeDialog.tsx';
import { DisposeDialog } from './DisposeDialog.tsx';

type Act = 'advance' | 'change' | 'dispose';
interface Open {
  readonly charge: ChargeRow;
  readonly act: Act;
}

export function Charges({ detail }: FilePartProps) {
  const t = useText();
  const { charges } = detail;
  return (
    <FileSection
      title={t('investigations:charges.title')}
      words={t('investigations:add.words.charges')}
      action={t('investigations:step.charge')}
      keys="G"
      isEmpty={charges.length === 0}
      dialog={(close, open: Open | null) =>
        open === null ? (
          <ChargeDialog file={detail.investigation} onClose={close} />
        ) : (
          <ActDialog detail={detail} open={open} onClose={close} />
        )
      }
    >
      {(open) => (
        <>
          <Warnings charges={charges} />
          <ChargeTable detail={detail} onOpen={open} />
          <Charged detail={detail} />
        </>
      )}
    </FileSection>
  );
}

/** The third counter: each person once, under the most serious of the violations. */
function Charged({ detail }: FilePartProps) {
  const t = useText();
  const format = useFormat();
  const { persons } = usePersonNames(detail.investigation.id);
  return (
    <div className={classes.none}>
      {t('offences:charge.persons', { count: detail.charged.length })}
      {detail.charged.map(({ personId, on, section }) => {
        const person = persons.find((each) => each.id === personId);
        if (person === undefined || section === null) return null;
        return (
          <div key={personId}>
            {t('offences:charge.counted', { name: personName(person, t), on, section: format.section(section) })}
          </div>
        );
      })}
    </div>
  );
}

function Warnings({ charges }: { readonly charges: readonly ChargeRow[] }) {
  const t = useText();
  const format = useFormat();
  const wrong = charges.filter((each) => each.isValidThen === false);
  if (wrong.length === 0) return null;
  return (
    <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('offences:charge.notThen')}>
      {wrong.map((each) => (
        <p key={each.id}>
          {t('offences:charge.notThenText', { section: format.section(each.section), on: each.offenceOn ?? '' })}
        </p>
      ))}
    </Notice>
  );
}

interface ChargeTableProps {
  readonly detail: FileDetail;
  readonly onOpen: (open: Open) => void;
}

function ChargeTable({ detail, onOpen }: ChargeTableProps) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = usePersonNames(detail.investigation.id);
  const accusedOf = (row: ChargeRow): string => nameOf(row.personId) ?? t('offences:charge.nobody');
  return (
    <DataTable
      caption={t('investigations:charges.title')}
      rows={detail.charges}
      rowKey={(row) => row.id}
      columns={[
        { key: 'section', header: t('codes:field.section'), value: (row) => format.section(row.section) },
        { key: 'counts', header: t('codes:field.counts'), as: 'number', value: (row) => row.counts },
        {
          key: 'accused',
          header: t('offences:charge.accused'),
          value: accusedOf,
        },
        { key: 'offenceOn', header: t('offences:charge.offenceOn'), narrow: true, value: (row) => row.offenceOn },
        {
          key: 'stage',
          header: t('codes:field.stage'),
          cell: (row) => <Stages row={row} file={detail.investigation} onOpen={onOpen} />,
        },
        {
          key: 'outcome',
          header: t('common:outcome'),
          cell: (row) => <Outcome row={row} onOpen={onOpen} />,
        },
        actionColumn<ChargeRow>({
          label: t('common:change'),
          name: (row) => t('common:changeFor', { name: `${format.section(row.section)}, ${accusedOf(row)}` }),
          run: (charge) => {
            onOpen({ charge, act: 'change' });
          },
        }),
      ]}
    />
  );
}

interface ActButtonProps {
  readonly row: ChargeRow;
  readonly act: Exclude<Act, 'change'>;
  readonly onOpen: (open: Open) => void;
  readonly children: string;
}

function ActButton({ row, act, onOpen, children }: ActButtonProps) {
  const t = useText();
  const format = useFormat();
  const section = format.section(row.section);
  const labels = {
    advance: t('offences:charge.advanceFor', { section }),
    dispose: t('investigations:dispose.title', { section }),
  };
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={labels[act]}
      onClick={() => {
        onOpen({ charge: row, act });
      }}
    >
      {children}
    </Button>
  );
}

type CellProps = Pick<ActButtonProps, 'row' | 'onOpen'>;

/** The stages that a charge went through, each with its day, and the next. */
function Stages({ row, file, onOpen }: CellProps & { readonly file: FileDetail['investigation'] }) {
  const t = useText();
  const beforeOpening = useBeforeOpening(file);
  const days = [
    ['recommended', row.recommendedOn],
    ['approved', row.approvedOn],
    [row.stage, row.laidOn],
  ] as const;
  return (
    <>
      {days.map(([stage, on]) =>
        on === null ? null : (
          <span key={stage} className={classes.stage}>
            {t(`codes:chargeStage.${stage}`)} {on}
            <span className={classes.before}>{beforeOpening(on)}</span>
          </span>
        ),
      )}
      {row.stage !== 'laid' && (
        <ActButton row={row} act="advance" onOpen={onOpen}>
          {t('offences:charge.advance')}
        </ActButton>
      )}
    </>
  );
}

/** How a charge laid ended; one that was only recommended or approved has no outcome of a court. */
function Outcome({ row, onOpen }: CellProps) {
  const t = useText();
  if (row.stage !== 'laid') return <>{t('common:none')}</>;
  const { disposition, disposedOn } = row;
  return (
    <>
      {disposition !== null && `${t(`codes:disposition.${disposition}`)} ${disposedOn ?? ''} `}
      <ActButton row={row} act="dispose" onOpen={onOpen}>
        {t('investigations:dispose.button')}
      </ActButton>
    </>
  );
}

interface ActDialogProps {
  readonly detail: FileDetail;
  readonly open: Open;
  readonly onClose: () => void;
}

function ActDialog({ detail, open, onClose }: ActDialogProps) {
  const props = { file: detail.investigation, charge: open.charge, onClose };
  switch (open.act) {
    case 'advance':
      return <AdvanceDialog {...props} />;
    case 'change':
      return <ChargeDialog {...props} />;
    case 'dispose':
      return <DisposeDialog {...props} />;
  }
}
