import { Button } from '@mantine/core';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import classes from './Investigations.module.css';

interface SectionHeadProps {
  readonly title: string;
  readonly action: string;
  readonly keys: string;
  readonly onAction: () => void;
}

/** The heading of a part of a file, with what adds to it: a button and its key. */
export function SectionHead({ title, action, keys, onAction }: SectionHeadProps) {
  useScreenKeys([{ keys, label: action, run: onAction }]);
  return (
    <div className={classes.sectionHead}>
      <h2 className={classes.heading}>{title}</h2>
      <Button size="compact-sm" variant="default" rightSection={<KeyHint keys={keys} />} onClick={onAction}>
        {action}
      </Button>
    </div>
  );
}
