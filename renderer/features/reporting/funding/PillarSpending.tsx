import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import type { FiscalYear } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import type { Pillar } from '#contract/reporting/pillars';
import { enteredColumn, pillarColumn, pillarRows, spendingColumns } from '#contract/reporting/pillarTable';
import { useRead } from '../../../bridge/queries.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DescribedTable } from '../../../ui/DescribedTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './CashFlow.module.css';
import { PillarsDialog } from './PillarsDialog.tsx';

interface PillarSpendingProps {
  readonly agreementId: AgreementId;
  readonly fiscalYear: FiscalYear;
}

/** What the saved budget lines spent by pillar in a fiscal year, and the share that goes to projects. */
export function PillarSpending({ agreementId, fiscalYear }: PillarSpendingProps) {
  const t = useText();
  const format = useFormat();
  const found = useRead('funding.spending', { agreementId }).data;
  if (found === undefined) return null;
  const year = found.years.find((each) => each.fiscalYear === fiscalYear);
  return (
    <details className={classes.statement}>
      <summary>{t('funding:pillars.title')}</summary>
      {year === undefined ? (
        <p className={classes.note}>{t('funding:pillars.none')}</p>
      ) : (
        <>
          <p className={classes.note}>{t('funding:pillars.text')}</p>
          <DescribedTable
            caption={t('funding:pillars.caption', { year: format.fiscalYear(fiscalYear) })}
            isTotalled
            isWide
            columns={[pillarColumn, ...spendingColumns, enteredColumn]}
            rows={pillarRows(year, found.pillars)}
            rowKey={({ row, code }) => `${row} ${code}`}
          />
        </>
      )}
      <PillarActions agreementId={agreementId} pillars={found.pillars} />
    </details>
  );
}

function PillarActions({
  agreementId,
  pillars,
}: {
  readonly agreementId: AgreementId;
  readonly pillars: readonly Pillar[];
}) {
  const t = useText();
  const seesAll = useSession().agreementIds === null;
  const [opened, dialog] = useDisclosure(false);
  const { save, isPending, failure } = useSaveAs('funding.exportSpending');
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        size="compact-sm"
        loading={isPending}
        leftSection={<IconDownload size={14} stroke={1.75} aria-hidden />}
        onClick={() => {
          save({ purpose: 'funding_csv', suggestedName: `${t('funding:pillars.title')}.csv` }, (file) => ({
            agreementId,
            file,
          }));
        }}
      >
        {t('funding:pillars.export')}
      </Button>
      {seesAll && (
        <Button variant="default" size="compact-sm" onClick={dialog.open}>
          {t('funding:pillars.edit')}
        </Button>
      )}
      {failure !== undefined && <FailureAlert failure={failure} />}
      {opened && <PillarsDialog pillars={pillars} onClose={dialog.close} />}
    </div>
  );
}
