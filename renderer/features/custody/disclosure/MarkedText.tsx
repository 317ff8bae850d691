import { useText } from '../../../i18n/text.ts';
import classes from './Papers.module.css';
import { partsOf, type Stretch } from './stretches.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** A text as the preparer sees it: what will be withheld is struck, not hidden. */
export function MarkedText({ text, stretches }: MarkedTextProps) {
  const t = useText();
  return (
    <span className={classes.text}>
      {partsOf(text, stretches).map((part, index) =>
        part.isWithheld ? (
          <del key={index} className={classes.withheld} title={t('codes:treatment.left_out')}>
            {part.text}
          </del>
        ) : (
          part.text
        ),
      )}
    </span>
  );
}
