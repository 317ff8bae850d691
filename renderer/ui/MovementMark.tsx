import { IconArrowDownRight, IconArrowRight, IconArrowUpRight, IconQuestionMark } from '@tabler/icons-react';
import { useText } from '../i18n/text.ts';
import classes from './Tiles.module.css';

const icons = {
  fell: IconArrowDownRight,
  held: IconArrowRight,
  grew: IconArrowUpRight,
  unknown: IconQuestionMark,
} as const;

interface MovementMarkProps {
  readonly movement: keyof typeof icons;
  readonly by?: string;
}

/** How a backlog moved: an arrow, a word, and by how much where that is said. */
export function MovementMark({ movement, by = '' }: MovementMarkProps) {
  const t = useText();
  const MovementIcon = icons[movement];
  return (
    <span className={classes.movement} data-movement={movement}>
      <MovementIcon size={14} stroke={1.75} aria-hidden />
      {t(`codes:movement.${movement}`)} {by}
    </span>
  );
}
