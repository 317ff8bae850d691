import { Checkbox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { line } from '#contract/ground/common';
import { identifierFacts, type KnownFile } from '#contract/casework/identifiers';
import type { HeldElsewhere as Held } from '#contract/casework/referrals';
import type { TipDraft } from '#contract/intake/referralDocuments';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { HeldElsewhere } from '../../casework/persons/HeldElsewhere.tsx';
import { KnownFiles } from '../../casework/persons/KnownFiles.tsx';
import { LinkButton } from '../../casework/persons/LinkButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Tip, TipFacts } from './useTip.ts';

interface TipMatchesProps {
  readonly tip: Tip;
  readonly draft: TipDraft;
  readonly facts: TipFacts;
}

/** What is already recorded and may be about the same: by the report's number, and by what identifies someone in it. */
export function TipMatches({ tip, draft, facts }: TipMatchesProps) {
  const t = useText();
  const [number] = useDebouncedValue(facts.externalNumber.trim(), 150);
  const canAsk = number.length >= 3 && line(60).safeParse(number).success;
  const held = useRead('referrals.duplicates', { externalNumber: number }, { enabled: canAsk });
  const sharing = useRead('tips.matches', {
    identifiers: draft.identifiers.map((found) => identifierFacts.parse(found)),
  });
  const numberHeld = (canAsk ? held.data : undefined) ?? { files: [], elsewhere: [], heldBack: null };
  const { files: sameNumber, elsewhere: numbered, heldBack } = numberHeld;
  const { files, elsewhere } = sharing.data ?? { files: [], elsewhere: [] };
  const known = joinedFiles([...files, ...sameNumber]);
  const others = joined([...numbered, ...elsewhere]);
  const count = known.length + others.length;
  if (count === 0 && heldBack === null) return null;
  return (
    <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('persons:alike.title', { count })}>
      {heldBack !== null && <p>{t(`referrals:duplicate.heldBack.${heldBack}`)}</p>}
      <KnownFiles
        files={known}
        actOf={(each) =>
          each.unitId === facts.unitId && <LinkButton file={each} does="saveAndLink" onLink={tip.submit} />
        }
      />
      <HeldElsewhere elsewhere={others} />
      {(sameNumber.length + numbered.length > 0 || heldBack === 'sealed' || heldBack === 'purged') && (
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

/** Each file once, with all its reasons. */
function joinedFiles(files: readonly KnownFile[]): readonly KnownFile[] {
  const found = new Map<string, KnownFile>();
  for (const each of files) {
    const { shared } = found.get(each.file.id) ?? { shared: [] };
    found.set(each.file.id, { ...each, shared: [...shared, ...each.shared] });
  }
  return [...found.values()];
}

/** One line for each unit, with all its reasons. */
function joined(held: readonly Held[]): readonly Held[] {
  const reasons = new Map<Held['unitId'], Held['reasons']>();
  for (const each of held) reasons.set(each.unitId, [...(reasons.get(each.unitId) ?? []), ...each.reasons]);
  return Array.from(reasons, ([unitId, all]) => ({ unitId, reasons: all }));
}
