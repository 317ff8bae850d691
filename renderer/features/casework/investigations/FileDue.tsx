import type { InvestigationRow } from '#contract/casework/investigations';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { LeftBadge } from '../../../ui/LeftBadge.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './FirstScreen.module.css';
import { useEntryWords } from './timeline/useEntryWords.ts';
import { useFirst } from './timeline/useFirst.tsx';

/** So that the persons of the file begin on the first screen. */
const most = 8;

/** The dates to keep in the file, the nearest first; what is overdue leads. */
export function FileDue({ file }: { readonly file: InvestigationRow }) {
  const t = useText();
  const wordsOf = useEntryWords(file.unitId);
  const ahead = useRead('timeline.list', { investigationId: file.id }).data?.ahead ?? [];
  const { shown, toAll } = useFirst(ahead, most);
  if (ahead.length === 0) return null;
  const title = t('fileWork:timeline.ahead');
  return (
    <section aria-label={title}>
      <h2 className={shared.headingAbove}>{title}</h2>
      <ul className={classes.rows}>
        {shown.map((entry) => (
          <li key={entry.id}>
            <span className={classes.lead}>{entry.on}</span>
            <span>{wordsOf(entry)}</span>
            {entry.urgency !== null && entry.daysLeft !== null && (
              <LeftBadge urgency={entry.urgency} daysLeft={entry.daysLeft} dueAt={entry.dueAt} />
            )}
          </li>
        ))}
      </ul>
      {toAll}
    </section>
  );
}
