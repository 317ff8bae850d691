import { useMemo } from 'react';
import type { Offence } from '#contract/casework/offences';
import { folded } from '#contract/ground/folded';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';

type Penalty = Offence['penalties'][number];

function holdsOn({ from, to }: { readonly from: string | null; readonly to: string | null }, on: string): boolean {
  return (from === null || from <= on) && (to === null || on <= to);
}

/** Whether it can have been committed on some day of the range. */
export function isOffenceOf({ validFrom, validTo }: Offence, first: string, last: string): boolean {
  return (validFrom === null || validFrom <= last) && (validTo === null || first <= validTo);
}

/** The words of the catalogue in the language on screen; the name of today, whatever the day of the offence. */
export function useOffenceNames() {
  const t = useText();
  const format = useFormat();
  const offences = useRead('offences.catalogue', {}).data?.offences;
  return useMemo(() => {
    const all = offences ?? [];
    const find = (code: string) => all.find((each) => each.code === code);
    const nameOf = (offence: Offence): string => {
      const name = offence.names.at(-1);
      return name === undefined ? '' : format.bilingual(name);
    };
    const sectionOf = (offence: Offence): string =>
      offence.act === 'C-46'
        ? format.section(offence.section)
        : t('offences:ofAct', { section: format.section(offence.section), act: offence.act });
    const maximumOf = ({ mode, indictable, summary }: Penalty): string => {
      const kind = t(`offences:mode.${mode}`);
      if (indictable === null) return kind;
      const most = indictable === 'life' ? t('offences:life') : t('offences:years', { count: indictable });
      const less = summary === null ? '' : ` / ${t(`offences:summary.${summary}`)}`;
      return `${kind}, ${most}${less}`;
    };
    const label = (offence: Offence): string => `${sectionOf(offence)} ${nameOf(offence)}`;
    const words = new Map(
      all.map((each) => [
        each.code,
        folded([label(each), each.section, ...each.names.flatMap(({ en, fr }) => [en, fr])].join(' ')),
      ]),
    );
    return {
      all,
      /** By its section or words of its names, former ones too. */
      isFound: (code: string, search: string) =>
        folded(search)
          .split(/\s+/)
          .every((word) => words.get(code)?.includes(word) === true),
      name: (code: string) => {
        const found = find(code);
        return found === undefined ? code : nameOf(found);
      },
      section: (code: string) => {
        const found = find(code);
        return found === undefined ? code : sectionOf(found);
      },
      /** Never a minimum; nothing where the catalogue does not hold the maximum of the day. */
      penalty: (code: string, on: string) => {
        const held = find(code)?.penalties.find((each) => holdsOn(each, on));
        return held === undefined ? t('offences:notHeld') : maximumOf(held);
      },
      code: (code: string) => {
        const ucr2 = find(code)?.ucr2;
        if (ucr2?.code == null) return t('common:none');
        return ucr2.verified ? ucr2.code : t('offences:unverified', { code: ucr2.code });
      },
      label,
    };
  }, [offences, format, t]);
}
