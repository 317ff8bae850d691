import { Button } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import classes from './Persons.module.css';

interface RowActionsProps {
  /** What the row is called. */
  readonly name: string;
  readonly onChange: () => void;
  readonly onRemove: () => void;
  /** Absent where the row cannot be sealed, or not by this user. */
  readonly onSeal?: (() => void) | undefined;
}

export function RowActions({ name, onChange, onRemove, onSeal }: RowActionsProps) {
  const t = useText();
  return (
    <span className={classes.part}>
      <Button size="compact-xs" variant="subtle" aria-label={t('common:changeFor', { name })} onClick={onChange}>
        {t('common:change')}
      </Button>
      <Button size="compact-xs" variant="subtle" aria-label={t('corrections:strike.for', { name })} onClick={onRemove}>
        {t('corrections:strike.button')}
      </Button>
      {onSeal !== undefined && (
        <Button size="compact-xs" variant="subtle" aria-label={t('persons:sealFor', { name })} onClick={onSeal}>
          {t('persons:seal')}
        </Button>
      )}
    </span>
  );
}
