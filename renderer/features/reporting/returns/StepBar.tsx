import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import type { Check } from '#contract/reporting/returns';
import { useText } from '../../../i18n/text.ts';
import { blockingCount } from './checkGroups.ts';
import { returnPath, steps, type Edition, type Step } from './returnPaths.ts';
import classes from './StepBar.module.css';
import type { PreparedReturn } from './usePreparedReturn.ts';

interface StepBarProps {
  readonly agreementId: AgreementId;
  readonly quarter: Quarter;
  readonly edition: Edition;
  readonly step: Step;
  readonly prepared: PreparedReturn | null;
}

type StepState = 'done' | 'blocked' | 'open';

function isAsked({ content }: PreparedReturn, code: Check['code']): boolean {
  return content.checks.some((check) => check.code === code);
}

/** A step is done where the next can be taken; a locked return has passed all but its export. */
function stateOf(step: Step, prepared: PreparedReturn | null): StepState {
  if (prepared === null) return 'open';
  if (prepared.locked !== null) return step === 'export' ? 'open' : 'done';
  const isBlocked = blockingCount(prepared.content) > 0;
  if (step === 'data') return prepared.content.units.length > 0 ? 'done' : 'blocked';
  if (step === 'checks') return isBlocked ? 'blocked' : 'done';
  if (step === 'changes') return isAsked(prepared, 'reason_missing') ? 'blocked' : 'done';
  if (step === 'narrative')
    return isAsked(prepared, 'narrative_missing') || isAsked(prepared, 'attestation_missing') ? 'open' : 'done';
  return 'open';
}

/** The quarter's state, and the way between its pages. Only what restates another version has changes to show. */
export function StepBar({ agreementId, quarter, edition, step, prepared }: StepBarProps) {
  const t = useText();
  const isRestated = edition === 'restatement' || prepared?.content.restatement != null;
  return (
    <nav aria-label={t('returns:step.label')}>
      <ol className={classes.bar}>
        {steps
          .filter((each) => each !== 'changes' || isRestated)
          .map((each, index) => {
            const state = stateOf(each, prepared);
            return (
              <li key={each} className={classes.item}>
                <Link
                  href={returnPath(agreementId, quarter, each, edition)}
                  className={classes.link ?? ''}
                  data-state={state}
                  aria-current={each === step ? 'step' : undefined}
                >
                  <span className={classes.mark} aria-hidden>
                    <StepMark state={state} position={index + 1} />
                  </span>
                  {t(`returns:step.${each}`)}
                  <StepNote step={each} prepared={prepared} />
                </Link>
              </li>
            );
          })}
      </ol>
    </nav>
  );
}

function StepMark({ state, position }: { readonly state: StepState; readonly position: number }) {
  if (state === 'done') return <IconCheck size={14} stroke={2.25} />;
  if (state === 'blocked') return <IconAlertTriangle size={14} stroke={2} />;
  return <>{position}</>;
}

function StepNote({ step, prepared }: { readonly step: Step; readonly prepared: PreparedReturn | null }) {
  const t = useText();
  if (prepared === null || step !== 'checks') return null;
  const blocking = blockingCount(prepared.content);
  const count = blocking > 0 ? blocking : prepared.content.checks.length;
  if (count === 0) return null;
  return (
    <span className={classes.note}>
      {t(blocking > 0 ? 'returns:step.blocking' : 'returns:step.warnings', { count })}
    </span>
  );
}
