import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';

interface CountLinkProps {
  readonly href: string;
  readonly count: number;
  /** What is counted, for those who hear the link out of its table. */
  readonly of: string;
}

/** A count that opens what it counts; nothing is behind a zero. */
export function CountLink({ href, count, of }: CountLinkProps) {
  const t = useText();
  const written = useFormat().number(count);
  if (count === 0) return written;
  return (
    <Anchor
      component={Link}
      href={href}
      inherit
      underline="always"
      aria-label={t('common:grid.labelled', { label: of, text: written })}
    >
      {written}
    </Anchor>
  );
}
