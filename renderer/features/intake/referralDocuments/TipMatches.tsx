import { Anchor, Checkbox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'wouter';
import { line } from '#contract/ground/common';
import { identifierFacts } from '#contract/casework/identifiers';
import type { HeldElsewhere as Held } from '#contract/casework/referrals';
import type { TipDraft } from '#contract/intake/referralDocuments';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { HeldElsewhere } from '../../casework/persons/HeldElsewhere.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Tips.module.css';
import type { Tip, TipFacts } from './useTip.ts';

interface TipMatchesProps {
  readonly tip: Tip;
  readonly draft: TipDraft;
  readonly facts: TipFacts;
}

/** What is already recorded and may be about the same: by the report's number, and by what identifies someone in it. */
export function TipMatches({ tip, draft, facts }: TipMatchesProps) {
  const t = useText();
  const names = useNames();
  const [number] = useDebouncedValue(facts.externalNumber.trim(), 150);
  const canAsk = number.length >= 3 && line(60).safeParse(number).success;
  const held = useRead('referrals.duplicates', { externalNumber: number }, { enabled: canAsk });
  const sharing = useRead('tips.matches', {
    identifiers: draft.identifiers.map((found) => identifierFacts.parse(found)),
  });
  const numberHeld = (canAsk ? held.data : undefined) ?? { duplicates: [], elsewhere: [], heldBack: null };
  const { duplicates, elsewhere: numbered, heldBack } = numberHeld;
  const { files, elsewhere } = sharing.data ?? { files: [], elsewhere: [] };
  const others = joined([...numbered, ...elsewhere]);
  if (duplicates.length + files.length + others.length === 0 && heldBack === null) return null;
  return (
    <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('tips:matches')}>
      {heldBack !== null && <p>{t(`referrals:duplicate.heldBack.${heldBack}`)}</p>}
      {duplicates.length + files.length > 0 && (
        <ul className={classes.matches}>
          {duplicates.map((each) => (
            <li key={each.id}>
              <Anchor component={Link} href={`/referrals/${each.id}`} inherit underline="always">
                {names.fileNumber(each)}
              </Anchor>{' '}
              {t('codes:sharedReason.same_external_number')}
            </li>
          ))}
          {files.map(({ file, number: printed, unitId, shared }) => (
            <li key={file.id}>
              <Anchor component={Link} href={`/${file.kind}s/${file.id}`} inherit underline="always">
                {names.fileNumber({ unitId, number: printed })}
              </Anchor>{' '}
              {shared.map(({ reason, value }) => `${t(`codes:sharedReason.${reason}`)} (${value})`).join(', ')}
            </li>
          ))}
        </ul>
      )}
      <HeldElsewhere elsewhere={others} />
      {(duplicates.length + numbered.length > 0 || heldBack === 'sealed' || heldBack === 'purged') && (
        <Checkbox
          mt="sm"
          label={t('tips:accept')}
          checked={tip.acceptDuplicate}
          onChange={(event) => {
            tip.setAcceptDuplicate(event.currentTarget.checked);
          }}
        />
      )}
    </Notice>
  );
}

/** One line for each unit, with all its reasons. */
function joined(held: readonly Held[]): readonly Held[] {
  const reasons = new Map<Held['unitId'], Held['reasons']>();
  for (const each of held) reasons.set(each.unitId, [...(reasons.get(each.unitId) ?? []), ...each.reasons]);
  return Array.from(reasons, ([unitId, all]) => ({ unitId, reasons: all }));
}
