import { Anchor, Group } from '@mantine/core';
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
import { RiskBandBadge } from '../../../ui/RiskBandBadge.tsx';
import { StepButtons } from '../../../ui/StepButtons.tsx';
import { useUndo } from '../../../ui/useUndo.tsx';
import { AddMenu } from './AddMenu.tsx';
import { FileDialog } from './FileDialog.tsx';
import { FileDue } from './FileDue.tsx';
import { ElsewhereContext, useFileParts, type FileDetail, type FilePartProps } from './fileParts.ts';
import { fileSteps, type FileStep } from './fileSteps.ts';
import first from './FirstScreen.module.css';
import classes from './Investigations.module.css';
import { NextStep } from './NextStep.tsx';
import { SectionNav } from './SectionNav.tsx';
import { FileTimeline } from './timeline/FileTimeline.tsx';
import { Waiting } from './Waiting.tsx';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { Since } from '../../../ui/Since.tsx';
import { originKey } from './originKey.ts';
import { WaitingBadge } from './WaitingBadge.tsx';

/** Beside the first screen: what rarely changes. */
function FileFacts({ detail: { investigation: file } }: FilePartProps) {
  const t = useText();
  const names = useNames();
  return (
    <Facts>
      <Fact label={t('codes:field.state')}>
        <WaitingBadge file={file} /> <Since on={file.concludedOn ?? file.waitingSince} />
      </Fact>
      <Fact label={t('codes:field.lead')}>{file.lead === null ? t('common:none') : names.person(file.lead)}</Fact>
      <Fact label={t('investigations:column.openedOn')}>{file.openedOn}</Fact>
      <Fact label={t('codes:field.origin')}>{t(originKey(file))}</Fact>
      <Fact label={t('codes:heading.unit')}>{names.unitCode(file.unitId)}</Fact>
    </Facts>
  );
}

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
        actions={
          <Group gap="xs">
            {detail?.isElsewhere === false && <AddMenu />}
            <StepButtons steps={steps} isSecondary />
          </Group>
        }
        below={detail !== undefined && <Below detail={detail} />}
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
    ? ['wait', 'lead', 'describe', 'transfer', 'conclude']
    : ['reopen', 'describe', ...seal];
}

/** What the team must not miss, under the title. */
function Below({ detail: { investigation } }: FilePartProps) {
  const { subject, carried, id } = investigation;
  const isInDanger = carried.dangerSince !== null;
  return (
    <>
      {subject !== null && <span className={classes.subject}>{subject}</span>}
      {(carried.riskBand !== null || isInDanger) && <RiskBandBadge band={carried.riskBand} isInDanger={isInDanger} />}
      <AlsoOpen file={{ kind: 'investigation', id }} />
    </>
  );
}

function Sections({ detail }: FilePartProps) {
  const { sections } = useFileParts();
  const page = useRef<HTMLDivElement>(null);
  return (
    <>
      <SectionNav page={page} />
      <div className={first.columns}>
        <div className={first.main}>
          <NextStep detail={detail} />
          <FileDue file={detail.investigation} />
          <Waiting detail={detail} />
          <div ref={page} className={classes.sections}>
            {sections.map(({ code, element: Section }) => (
              <div key={code} data-section={code} tabIndex={-1} className={classes.part}>
                <ElsewhereContext value={detail.isElsewhere}>
                  <Section detail={detail} />
                </ElsewhereContext>
              </div>
            ))}
          </div>
        </div>
        <aside className={first.aside}>
          <FileFacts detail={detail} />
          <FileTimeline detail={detail} />
        </aside>
      </div>
    </>
  );
}
