import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { InvestigationId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useNames, type Names } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { AlsoOpen } from '../../../ui/AlsoOpen.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { StepButtons } from '../../../ui/StepButtons.tsx';
import { useUndo } from '../../../ui/useUndo.tsx';
import { FileDialog } from './FileDialog.tsx';
import { useFileParts, type FileDetail, type FilePartProps } from './fileParts.ts';
import { fileSteps, type FileStep } from './fileSteps.ts';
import classes from './Investigations.module.css';
import { NextDeadline } from './NextDeadline.tsx';
import { SectionRail } from './SectionRail.tsx';

export function InvestigationPage({ id }: { readonly id: InvestigationId }) {
  const t = useText();
  const names = useNames();
  const read = useRead('investigations.get', { investigationId: id });
  const [step, dialog] = useOpened<FileStep>();
  const detail = read.data;
  const maySeal = useHasRole('supervisor', 'administrator');
  const possible = detail === undefined ? [] : stepsOf(detail, maySeal);
  const steps = possible.map((each) => ({
    keys: fileSteps[each],
    label: t(`investigations:step.${each}`),
    run: dialog.opener(each),
  }));
  useScreenKeys(steps);
  useUndo();
  return (
    <>
      <PageHeader
        above={
          <Anchor component={Link} href="/investigations" size="sm" className={classes.back ?? ''}>
            <IconArrowLeft size={14} stroke={1.75} aria-hidden /> {t('investigations:nav')}
          </Anchor>
        }
        title={detail === undefined ? t('codes:term.investigation') : titleOf(t, names, detail)}
        actions={<StepButtons steps={steps} />}
        below={
          detail !== undefined && (
            <>
              {detail.investigation.subject !== null && (
                <span className={classes.subject}>{detail.investigation.subject}</span>
              )}
              <NextDeadline file={detail.investigation} />
              <AlsoOpen file={{ kind: 'investigation', id }} />
            </>
          )
        }
      />
      <div className={classes.page}>
        {read.error !== null && <FailureAlert failure={read.error.failure} />}
        {detail !== undefined && <Sections detail={detail} />}
      </div>
      {detail !== undefined && step !== null && (
        <FileDialog step={step} file={detail.investigation} onClose={dialog.close} />
      )}
    </>
  );
}

/** With what the team calls it, where it has a name. */
function titleOf(t: Translate, names: Names, { investigation }: FileDetail): string {
  const { title } = investigation;
  const name = t('investigations:page.title', { number: names.fileNumber(investigation) });
  return title === null ? name : `${name} · ${title}`;
}

/** In the order in which they are wanted: the first two have a button of their own. */
function stepsOf({ investigation }: FileDetail, maySeal: boolean): readonly FileStep[] {
  const seal: readonly FileStep[] = maySeal ? ['seal'] : [];
  if (investigation.transferredOn !== null) return seal;
  return investigation.concludedOn === null
    ? ['nextStep', 'authority', 'wait', 'lead', 'arrest', 'charge', 'describe', 'transfer', 'conclude']
    : ['reopen', 'authority', 'arrest', 'charge', 'describe', ...seal];
}

function Sections({ detail }: FilePartProps) {
  const { sections } = useFileParts();
  const page = useRef<HTMLDivElement>(null);
  return (
    <div className={classes.columns}>
      <SectionRail page={page} />
      <div ref={page} className={classes.sections}>
        {sections.map(({ code, element: Section }) => (
          <div key={code} data-section={code} tabIndex={-1} className={classes.part}>
            <Section detail={detail} />
          </div>
        ))}
      </div>
    </div>
  );
}
