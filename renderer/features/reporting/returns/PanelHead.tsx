import { useDocumentLanguage } from './document/language.ts';
import classes from './FigurePanel.module.css';

interface PanelHeadProps {
  /** The code and whose figure it is. */
  readonly overline: string;
  readonly title: string;
  /** Null where it is not available. */
  readonly value: string | null;
  readonly unit: string;
}

export function PanelHead({ overline, title, value, unit }: PanelHeadProps) {
  const { t } = useDocumentLanguage();
  return (
    <div aria-live="polite">
      <p className={classes.overline}>{overline}</p>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.value}>
        {value === null ? (
          <span className={classes.missing}>{t('codes:valueStatus.not_available')}</span>
        ) : (
          <>
            <span>{value}</span>
            <span className={classes.unit}>{unit}</span>
          </>
        )}
      </p>
    </div>
  );
}
