import type { AuditRow } from '#contract/accounts/audit';
import { useText, type TextKey } from '../../../i18n/text.ts';

interface ActWords {
  readonly act: string;
  /** Whose account, counts, the end of an export, the words of a search; empty where there is nothing to add. */
  readonly details: string;
}

/** An entry of the audit in plain words. */
export function useActWords(): (row: AuditRow) => ActWords {
  const t = useText();
  return (row) => {
    const { person, rows, times, ended, begun, words, wordsMasked } = row;
    const details = [
      person,
      words === null ? null : t('admin:audit.words', { words }),
      wordsMasked ? t('admin:audit.wordsMasked') : null,
      rows === null ? null : t('admin:audit.rows', { count: rows }),
      times === null ? null : t('admin:audit.times', { count: times }),
      ended === null ? null : t(`admin:audit.ended.${ended}`, { entry: begun ?? 0 }),
    ];
    // A later version of Vigie may have written what this one has no words for.
    return {
      act: t(`acts:${row.method}` as TextKey, { defaultValue: row.method }),
      details: details.filter((detail) => detail !== null).join(' · '),
    };
  };
}
