import { Anchor, Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { InvestigationId } from '#contract/ids';
import type { Output } from '#contract/index';
import { useRead } from '../../bridge/queries.ts';
import { useText } from '../../i18n/text.ts';
import { useScreenKeys } from '../../lib/screenKeys.ts';
import { useNames } from '../../lib/useNames.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { Fact, Facts } from '../../ui/FieldRow.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Since } from '../../ui/Since.tsx';
import { ArrestsAndCharges } from './ArrestsAndCharges.tsx';
import { Authorities } from './authorities/Authorities.tsx';
import { FileDialog } from './FileDialog.tsx';
import { fileSteps, type FileStep } from './fileSteps.ts';
import classes from './Investigations.module.css';
import { LinkedReferrals } from './LinkedReferrals.tsx';
import { NextDeadline } from './NextDeadline.tsx';
import { WaitingBadge } from './WaitingBadge.tsx';
import { WaitingHistory } from './WaitingHistory.tsx';

type Detail = Output<'investigations.get'>;

export function InvestigationPage({ id }: { readonly id: InvestigationId }) {
  const t = useText();
  const read = useRead('investigations.get', { investigationId: id });
  const [step, setStep] = useState<FileStep | null>(null);
  const detail = read.data;
  const possible = detail === undefined ? [] : stepsOf(detail);
  useScreenKeys(
    possible.map((each) => ({
      keys: fileSteps[each],
      label: t(`investigations:step.${each}`),
      run: () => {
        setStep(each);
      },
    })),
  );
  return (
    <>
      <Anchor component={Link} href="/investigations" size="sm" className={classes.back ?? ''}>
        <IconArrowLeft size={14} stroke={1.75} aria-hidden /> {t('investigations:title')}
      </Anchor>
      <PageHeader
        title={
          detail === undefined
            ? t('investigations:page.loading')
            : t('investigations:page.title', { number: detail.investigation.number })
        }
        context={detail !== undefined && <NextDeadline investigationId={id} />}
        actions={possible.map((each) => (
          <Button
            key={each}
            variant="default"
            title={fileSteps[each]}
            onClick={() => {
              setStep(each);
            }}
          >
            {t(`investigations:step.${each}`)}
          </Button>
        ))}
      />
      <div className={classes.page}>
        {read.error !== null && <FailureAlert failure={read.error.failure} />}
        {detail !== undefined && <Sections detail={detail} />}
      </div>
      {detail !== undefined && step !== null && (
        <FileDialog
          step={step}
          file={detail.investigation}
          onClose={() => {
            setStep(null);
          }}
        />
      )}
    </>
  );
}

function stepsOf({ investigation }: Detail): readonly FileStep[] {
  return investigation.concludedOn === null
    ? ['wait', 'lead', 'authority', 'arrest', 'charge', 'conclude']
    : ['authority', 'arrest', 'charge', 'reopen'];
}

function Sections({ detail }: { readonly detail: Detail }) {
  const t = useText();
  const names = useNames();
  const file = detail.investigation;
  const none = t('common:none');
  return (
    <div className={classes.columns}>
      <div>
        <Facts>
          <Fact label={t('investigations:column.waiting')}>
            <WaitingBadge file={file} /> <Since on={file.concludedOn ?? file.waitingSince} />
          </Fact>
          {file.waitingOn !== null && file.concludedOn === null && (
            <Fact label={t('investigations:column.on')}>{file.waitingOn}</Fact>
          )}
          <Fact label={t('investigations:column.lead')}>{file.lead === null ? none : names.person(file.lead)}</Fact>
          <Fact label={t('investigations:column.openedOn')}>{file.openedOn}</Fact>
          <Fact label={t('investigations:column.origin')}>
            {file.proactive ? t('investigations:proactive') : t('investigations:fromReferral')}
          </Fact>
          <Fact label={t('investigations:column.unit')}>{names.unitCode(file.unitId)}</Fact>
        </Facts>
        <WaitingHistory detail={detail} />
      </div>
      <div>
        <LinkedReferrals detail={detail} />
        <Authorities investigationId={file.id} />
        <ArrestsAndCharges detail={detail} />
      </div>
    </div>
  );
}
