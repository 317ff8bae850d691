import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'wouter';
import { clausesOf } from '../lib/clauses.ts';

interface LinkedSummaryProps {
  /** One clause for each count, in the order of `hrefs`. */
  readonly text: string;
  /** The list of each count; null where there is nothing to list. */
  readonly hrefs: readonly (string | null)[];
  /** Before the list opens: what it is a part of may have to come into view. */
  readonly onOpen?: () => void;
}

/** A sentence of counts, each of which opens what it counts. */
export function LinkedSummary({ text, hrefs, onOpen }: LinkedSummaryProps) {
  return (
    <span>
      {clausesOf(text).map(({ words, end }, index) => {
        const href = hrefs[index] ?? null;
        return (
          <Fragment key={words}>
            {href === null ? (
              words
            ) : (
              <Anchor component={Link} href={href} inherit underline="always" onClick={onOpen}>
                {words}
              </Anchor>
            )}
            {end}
          </Fragment>
        );
      })}
    </span>
  );
}
