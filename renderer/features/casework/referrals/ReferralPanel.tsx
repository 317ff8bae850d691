import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { CaseFile, ReferralId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { dayText } from '#contract/ground/dayText';
import type { ReferralRow } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { FileAudit } from '../../accounts/audit/FileAudit.tsx';
import { Corrections, useCorrections } from '../corrections/Corrections.tsx';
import { FileTransfers, useTransfersOf } from '../transfers/FileTransfers.tsx';
import { AlsoOpen } from '../../../ui/AlsoOpen.tsx';
import { FileCounts } from '../../../ui/FileCounts.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import { Since } from '../../../ui/Since.tsx';
import { PanelSection, SidePanel } from '../../../ui/SidePanel.tsx';
import { TimeLeftBadge } from '../../../ui/TimeLeftBadge.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { AlreadyKnown } from './AlreadyKnown.tsx';
import { ReferralLink } from './ReferralLink.tsx';
import { ReferralPeople } from './ReferralPeople.tsx';
import { ReceivedOn } from './ReceivedOn.tsx';
import { ReferralStateBadge } from './ReferralStateBadge.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Referrals.module.css';
import { RiskBandBadge } from '../../../ui/RiskBandBadge.tsx';
import { MissingFacts, TriageSection } from './TriageSection.tsx';
import { nextSteps } from './nextSteps.ts';
import { steps, type TakenStep } from './steps.ts';
import { StepButtons } from '../../../ui/StepButtons.tsx';

interface ReferralPanelProps {
  readonly id: ReferralId;
  readonly onClose: () => void;
  readonly isFollowing: boolean;
  readonly onTake: (taken: TakenStep) => void;
}

type Detail = Output<'referrals.get'>;

export function ReferralPanel({ id, isFollowing, onClose, onTake }: ReferralPanelProps) {
  const t = useText();
  const read = useRead('referrals.get', { referralId: id });
  const detail = read.data;
  const names = useNames();
  const mayKnowAccess = useHasRole('supervisor', 'administrator');
  return (
    <SidePanel
      // Referrals of two units may have one number: another one takes the focus, whatever it is called.
      key={id}
      title={detail === undefined ? t('codes:field.referral') : names.fileNumber(detail.referral)}
      onClose={onClose}
      isFollowing={isFollowing}
    >
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      {detail !== undefined && (
        <>
          <div className={classes.actions}>
            <StepButtons
              steps={nextSteps(detail).map((step) => ({
                keys: steps[step],
                label: t(`referrals:step.${step}.label`),
                run: () => {
                  onTake({ step, targets: [detail.referral] });
                },
              }))}
            />
          </div>
          <AlsoOpen file={{ kind: 'referral', id }} />
          <AlreadyKnown
            key={`known ${id}`}
            detail={detail}
            onGroup={(step, targets) => {
              onTake({ step, targets });
            }}
          />
          <MissingFacts detail={detail} />
          {detail.referral.summary !== null && (
            <PanelSection title={t('codes:field.summary')}>
              <HiddenText key={id} text={detail.referral.summary} />
            </PanelSection>
          )}
          <ReferralPeople key={id} referral={detail.referral} />
          <PanelSection title={t('referrals:panel.facts')}>
            <ReferralFacts referral={detail.referral} />
          </PanelSection>
          <TriageSection key={`triage ${id}`} detail={detail} />
          {detail.counts.length > 0 && (
            <PanelSection title={t('tips:counts')}>
              <FileCounts counts={detail.counts} />
            </PanelSection>
          )}
          <Links detail={detail} />
          <History detail={detail} />
          <ReferralTransfers key={`transfers ${id}`} id={id} />
          <ReferralCorrections key={`corrections ${id}`} id={id} />
          {mayKnowAccess && (
            <PanelSection title={t('admin:audit.ofFile')}>
              <FileAudit key={`access ${id}`} file={{ kind: 'referral', id }} />
            </PanelSection>
          )}
        </>
      )}
    </SidePanel>
  );
}

function ReferralTransfers({ id }: { readonly id: ReferralId }) {
  const t = useText();
  const { isEmpty, ...of } = useTransfersOf({ kind: 'referral', id });
  if (isEmpty) return null;
  return (
    <PanelSection title={t('fileWork:transfers.nav')}>
      <FileTransfers {...of} />
    </PanelSection>
  );
}

function ReferralCorrections({ id }: { readonly id: ReferralId }) {
  const t = useText();
  const file: CaseFile = { kind: 'referral', id };
  const rows = useCorrections(file);
  if (rows.length === 0) return null;
  return (
    <PanelSection title={t('codes:paperSection.corrections')}>
      <Corrections rows={rows} />
    </PanelSection>
  );
}

function ReferralFacts({ referral }: { readonly referral: ReferralRow }) {
  const t = useText();
  const names = useNames();
  const none = t('common:none');
  return (
    <Facts>
      <Fact label={t('codes:field.state')}>
        <ReferralStateBadge state={referral.state} />{' '}
        <Since on={referral.stateOn} uncertain={referral.stateUncertain} />
      </Fact>
      <Fact label={t('referrals:column.due')}>
        {referral.due === null ? none : <TimeLeftBadge {...referral.due} />}
      </Fact>
      <Fact label={t('codes:field.riskBand')}>
        <RiskBandBadge
          band={referral.riskBand}
          isStale={referral.rescore !== null}
          isInDanger={referral.dangerSince !== null}
        />
      </Fact>
      <Fact label={t('codes:field.owner')}>
        {referral.assignedTo === null ? none : names.person(referral.assignedTo)}
      </Fact>
      {referral.officerNamed !== null && (
        <Fact label={t('codes:field.officerNamed')}>
          <OfficerNamed name={referral.officerNamed} />
        </Fact>
      )}
      <Fact label={t('codes:field.receivedOn')}>
        <ReceivedOn on={referral.receivedOn} isExplained />
      </Fact>
      <Fact label={t('codes:field.source')}>{t(`codes:referralSource.${referral.source}`)}</Fact>
      <Fact label={t('codes:field.externalNumber')}>{referral.externalNumber ?? none}</Fact>
      <Fact label={t('referrals:priorityReceived')}>{referral.priorityReceived ?? none}</Fact>
      <Fact label={t('codes:heading.unit')}>{names.unitCode(referral.unitId)}</Fact>
    </Facts>
  );
}

/** Leads to the open referrals that no one has and that the file gives to the same officer, to be assigned together. */
function OfficerNamed({ name }: { readonly name: string }) {
  const asked = new URLSearchParams({ officerNamed: name, assignedTo: 'nobody', openOnly: 'true' });
  return (
    <Anchor component={Link} href={`/referrals?${asked.toString()}`} inherit underline="always">
      {name}
    </Anchor>
  );
}

function Links({ detail }: { readonly detail: Detail }) {
  const t = useText();
  const names = useNames();
  const { bundledUnder, investigations } = detail;
  return (
    <PanelSection title={t('codes:paperSection.links')}>
      {bundledUnder === null && investigations.length === 0 ? (
        <p className={shared.none}>{t('referrals:panel.noLinks')}</p>
      ) : (
        <ul className={classes.duplicates}>
          {bundledUnder !== null && (
            <li>
              {t('referrals:panel.bundledUnder')}{' '}
              <ReferralLink id={bundledUnder.id} number={names.fileNumber(bundledUnder)} />
            </li>
          )}
          {investigations.map((each) => (
            <li key={each.id}>
              {t('codes:term.investigation')}{' '}
              <Anchor component={Link} href={`/investigations/${each.id}`} inherit underline="always">
                {names.fileNumber({ unitId: detail.referral.unitId, number: each.number })}
              </Anchor>{' '}
              <Since on={each.linkedOn} />
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  );
}

function History({ detail }: { readonly detail: Detail }) {
  const t = useText();
  return (
    <PanelSection title={t('common:history')}>
      <Timeline
        entries={detail.history.toReversed().map((event, index) => ({
          key: `${String(event.at)} ${String(index)}`,
          on: dayText(event.on, event.uncertain, t('codes:field.dayUnknown')),
          title: t(`codes:referralState.${event.to}`),
          detail: event.reason === null ? event.by : t('lists:byFor', { by: event.by, reason: event.reason }),
        }))}
      />
    </PanelSection>
  );
}
