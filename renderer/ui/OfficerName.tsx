import type { UnitId, UserId } from '#contract/ground/ids';
import { useSession } from '../bridge/session.ts';
import { useText } from '../i18n/text.ts';
import { useLeaves } from '../lib/useLeaves.ts';

interface OfficerNameProps {
  readonly id: UserId;
  readonly name: string;
  readonly unitId: UnitId;
}

/** In pixels, in a list: an officer's name with the word that they are on leave. */
export const officerWidth = 152;

/** As `OfficerName`; nothing is shown of an officer who is at work. */
export function AwayOfficer(props: OfficerNameProps) {
  const isAway = useLeaves().running(props.id, props.unitId) !== undefined;
  return (
    isAway && (
      <>
        {' · '}
        <OfficerName {...props} />
      </>
    )
  );
}

/** Whose something is, and whether they are away today: to the cover, for whom it is. */
export function OfficerName({ id, name, unitId }: OfficerNameProps) {
  const t = useText();
  const { user } = useSession();
  const leave = useLeaves().running(id, unitId);
  if (leave === undefined) return <>{name}</>;
  const whose = !leave.isCovered ? 'uncovered' : leave.coverId === user.id ? 'covered' : 'away';
  return (
    <span title={t(`fileWork:leave.${whose}`, { name, on: leave.untilOn })}>
      {t(`fileWork:leave.brief.${whose}`, { name })}
    </span>
  );
}
