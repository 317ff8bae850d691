import { Button } from '@mantine/core';
import { useText } from '../i18n/text.ts';
import classes from './Persons.module.css';

interface RowActionsProps {
  /** What the row is called. */
  readonly name: string;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

export function RowActions({ name, onChange, onRemove }: RowActionsProps) {
  const t = useText();
  return (
    <span className={classes.part}>
      <Button size="compact-xs" variant="subtle" aria-label={t('persons:changeFor', { name })} onClick={onChange}>
        {t('persons:change')}
      </Button>
      <Button size="compact-xs" variant="subtle" aria-label={t('persons:removeFor', { name })} onClick={onRemove}>
        {t('persons:remove')}
      </Button>
    </span>
  );
}
