import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { IdentifierRow } from '#contract/casework/identifiers';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';

type From = NonNullable<IdentifierRow['from']>;

interface Original {
  readonly from: From | null;
}

export type WithOrigins<R> = R & {
  /** The referrals that it is read from; none where it is the file's own. */
  readonly origins: readonly From[];
};

/** Rows of a file in which those that several referrals say alike are one. */
export function withOrigins<R extends Original>(rows: readonly R[], keyOf: (row: R) => string): WithOrigins<R>[] {
  const found = new Map<string, R & { origins: From[] }>();
  for (const row of rows) {
    const { from } = row;
    const key = `${from === null ? 'own' : 'read'}\n${keyOf(row)}`;
    const held = from === null ? undefined : found.get(key);
    if (held !== undefined && from !== null) held.origins.push(from);
    else
      found.set(from === null ? `${key}\n${String(found.size)}` : key, {
        ...row,
        origins: from === null ? [] : [from],
      });
  }
  return [...found.values()];
}

/** The referrals that a row is read from, where it is corrected. */
export function Origins({ unitId, origins }: { readonly unitId: UnitId; readonly origins: readonly From[] }) {
  const t = useText();
  const { fileNumber } = useNames();
  const links = origins.map(({ id, number }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Anchor component={Link} href={`/referrals/${id}`} inherit>
        {fileNumber({ unitId, number })}
      </Anchor>
    </span>
  ));
  return (
    <>
      {t('persons:column.from')} {links}
    </>
  );
}
