import {
  deviceKind,
  disposition,
  hearingOutcome,
  partnerRole,
  chargeStage,
  waitingState,
} from '#contract/ground/codes';
import { paperKind } from '#contract/ground/disclosureRecords';
import type { TimelineEntry, TimelineKind } from '#contract/casework/timeline';
import type { UnitId } from '#contract/ground/ids';
import { useText, type Translate } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { useFormat } from '../../../../lib/useFormat.ts';

type CodeWord = (t: Translate, code: string | null) => string;

const ofDevice: CodeWord = (t, code) => t(`codes:deviceKind.${deviceKind.parse(code)}`);
const ofPartner: CodeWord = (t, code) => t(`codes:partnerRole.${partnerRole.parse(code)}`);

/** The words of each kind that has a list of codes of its own. */
const codeWords: Partial<Record<TimelineKind, CodeWord>> = {
  waiting: (t, code) => t(`codes:waitingState.${waitingState.parse(code)}`),
  charge: (t, code) => t(`codes:chargeStage.${chargeStage.parse(code)}`),
  disposition: (t, code) => t(`codes:disposition.${disposition.parse(code)}`),
  hearing: (t, code) => t(`codes:hearingOutcome.${hearingOutcome.parse(code)}`),
  devices_seized: ofDevice,
  devices_examined: ofDevice,
  devices_left: ofDevice,
  paper_sent: (t, code) => t(`codes:paperKind.${paperKind.parse(code)}`),
  partner_from: ofPartner,
  partner_until: ofPartner,
};

/** A referral that a file carries on is of the same unit. */
const ofReferral: readonly TimelineKind[] = ['referral_linked', 'referral_due'];

const ofHearing: readonly TimelineKind[] = ['hearing', 'hearing_due'];

/** For whom one waits, who holds what expires. */
const inBrackets: readonly TimelineKind[] = ['waiting', 'deadline'];

/** One sentence for each entry of the timeline of a file of the unit. */
export function useEntryWords(unitId: UnitId): (entry: TimelineEntry) => string {
  const t = useText();
  const format = useFormat();
  const { fileNumber } = useNames();
  const detailOf = ({ kind, detail }: TimelineEntry): string => {
    const written = detail ?? '';
    if (ofReferral.includes(kind)) return fileNumber({ unitId, number: written });
    // The time of a hearing, where one is known.
    if (ofHearing.includes(kind)) return written === '' ? '' : ` ${written}`;
    return kind === 'charge' || kind === 'disposition' ? format.section(written) : written;
  };
  return (entry) => {
    const detail = detailOf(entry);
    const words = t(`fileWork:timeline.kind.${entry.kind}`, {
      name: entry.name === null ? '' : format.bilingual(entry.name),
      code: codeWords[entry.kind]?.(t, entry.code) ?? '',
      detail,
      count: entry.count ?? 0,
    });
    return inBrackets.includes(entry.kind) && detail !== '' ? `${words} (${detail})` : words;
  };
}
