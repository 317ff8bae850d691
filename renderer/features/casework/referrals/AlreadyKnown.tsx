import { Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { KnownFile } from '#contract/casework/identifiers';
import type { InvestigationId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useNames } from '../../../lib/useNames.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { HeldElsewhere } from '../persons/HeldElsewhere.tsx';
import { KnownFiles } from '../persons/KnownFiles.tsx';
import classes from '../persons/Persons.module.css';
import { LinkButton } from '../persons/LinkButton.tsx';
import { useLinkReferral } from '../persons/useLinkReferral.ts';
import { groupSteps, possibleSteps, type Alike, type GroupStep } from './steps.ts';

interface AlreadyKnownProps {
  readonly detail: Pick<Output<'referrals.get'>, 'referral' | 'elsewhere'>;
  /** The referral and those that are alike are taken together. */
  readonly onGroup: (step: GroupStep, targets: readonly Alike[]) => void;
}

type Referral = AlreadyKnownProps['detail']['referral'];

function alikeOf({ file, unitId, number, officer, received, through }: KnownFile): readonly Alike[] {
  if (file.kind !== 'referral' || received === null) return [];
  const { on: receivedOn, source, state } = received;
  return [{ id: file.id, unitId, number, assignedTo: officer, receivedOn, source, state, leads: through.length > 0 }];
}

/** What is alike and can be taken together with the referral: of its unit and open. */
function groupOf(referral: Referral, files: readonly KnownFile[]): readonly Alike[] {
  const others = files
    .flatMap(alikeOf)
    .filter((each) => each.unitId === referral.unitId && possibleSteps([each]).includes('bundle'));
  return others.length === 0 ? [] : [referral, ...others];
}

/** What the unit and others know of the referral already: the investigation that it belongs to first, then those that are alike. */
export function AlreadyKnown({ detail: { referral, elsewhere }, onGroup }: AlreadyKnownProps) {
  const t = useText();
  const names = useNames();
  const files = useRead('identifiers.matches', { file: { kind: 'referral', id: referral.id } }).data?.files ?? [];
  const { link, isPending, failure } = useLinkReferral();
  const mayLink = possibleSteps([referral]).includes('investigate');
  const isTarget = ({ file, unitId, open }: KnownFile) =>
    mayLink && open && file.kind === 'investigation' && unitId === referral.unitId;
  const first = files.find(isTarget);
  const linkTo = (investigationId: InvestigationId) => {
    link(investigationId, referral.id);
  };
  const group = groupOf(referral, files);
  const possible = groupSteps.filter(({ step }) => possibleSteps(group).includes(step));
  const labelOf = (step: GroupStep) => t(`persons:alike.group.${step}`, { count: group.length });
  useScreenKeys([
    ...(first === undefined
      ? []
      : [
          {
            keys: 'L',
            label: t('persons:alike.linkTo', { number: names.fileNumber(first) }),
            run: () => {
              linkTo(first.file.id as InvestigationId);
            },
          },
        ]),
    ...possible.map(({ step, keys }) => ({
      keys,
      label: labelOf(step),
      run: () => {
        onGroup(step, group);
      },
    })),
  ]);
  if (files.length + elsewhere.length === 0) return null;
  return (
    <Notice
      tone="dueSoon"
      icon={IconAlertTriangle}
      title={t('persons:alike.title', { count: files.length + elsewhere.length })}
    >
      {failure !== null && <FailureAlert failure={failure} />}
      <KnownFiles
        files={files}
        actOf={(each) =>
          isTarget(each) && (
            <LinkButton
              file={each}
              does="link"
              keys={each === first ? 'L' : undefined}
              isBusy={isPending}
              onLink={linkTo}
            />
          )
        }
      />
      <HeldElsewhere elsewhere={elsewhere} />
      {possible.length > 0 && (
        <Group gap="xs" mt="xs">
          {possible.map(({ step, keys }) => (
            <Button
              key={step}
              size="compact-sm"
              variant="default"
              className={classes.act ?? ''}
              rightSection={<KeyHint keys={keys} />}
              onClick={() => {
                onGroup(step, group);
              }}
            >
              {labelOf(step)}
            </Button>
          ))}
        </Group>
      )}
    </Notice>
  );
}
