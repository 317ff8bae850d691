import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../../i18n/text.ts';

/** The first of many lines, and under them the way to all. */
export function useFirst<Line>(lines: readonly Line[], most: number) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const isCut = !isWhole && lines.length > most;
  return {
    shown: isCut ? lines.slice(0, most) : lines,
    toAll: isCut && (
      <Button
        size="compact-xs"
        variant="subtle"
        mt={8}
        onClick={() => {
          setWhole(true);
        }}
      >
        {t('fileWork:timeline.all', { count: lines.length })}
      </Button>
    ),
  };
}
