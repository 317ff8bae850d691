import type { HearingRow } from '#contract/casework/hearings';
import type { Translate } from '../../../../i18n/text.ts';

export const whenOf = ({ on, time }: Pick<HearingRow, 'on' | 'time'>): string => (time === null ? on : `${on} ${time}`);

export const hearingName = (row: HearingRow, t: Translate): string =>
  `${t(`codes:hearingKind.${row.kind}`)}, ${whenOf(row)}`;
