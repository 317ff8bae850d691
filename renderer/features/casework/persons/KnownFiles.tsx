import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CaseFile } from '#contract/ground/ids';
import type { FileHead, KnownFile } from '#contract/casework/identifiers';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import classes from './Persons.module.css';

interface KnownFilesProps {
  readonly files: readonly KnownFile[];
  /** What can be done with a file: beside it. */
  readonly actOf?: (file: KnownFile) => ReactNode;
}

/** Files that may be about the same, each with who works on it and why it is thought so. */
export function KnownFiles({ files, actOf }: KnownFilesProps) {
  const t = useText();
  return (
    <ul className={classes.known}>
      {files.map((each) => (
        <li key={each.file.id}>
          <div>
            <FileLink {...each} /> <KnownFacts file={each} />
            <strong>
              {each.shared
                .map(({ reason, value }) =>
                  t('persons:alike.reason', { reason: t(`codes:sharedReason.${reason}`), value }),
                )
                .join(', ')}
            </strong>
            <Through file={each} />
          </div>
          {actOf?.(each)}
        </li>
      ))}
    </ul>
  );
}

interface FileLinkProps {
  readonly file: CaseFile;
  readonly unitId: KnownFile['unitId'];
  readonly number: string;
}

/** The number of a file, which opens it where it is of one's own units. */
function FileLink({ file, ...named }: FileLinkProps) {
  const names = useNames();
  const { unitIds } = useSession();
  if (!unitIds.includes(named.unitId)) return names.fileNumber(named);
  return (
    <Anchor component={Link} href={`/${file.kind}s/${file.id}`} inherit underline="always">
      {names.fileNumber(named)}
    </Anchor>
  );
}

/** What an officer goes by: whose the investigation is, or where the referral comes from. */
function KnownFacts({ file: { title, open, officer, received } }: { readonly file: KnownFile }) {
  const t = useText();
  const names = useNames();
  const lead = officer === null ? t('common:noLead') : t('persons:alike.lead', { name: names.person(officer) });
  const facts =
    received === null
      ? [title, t(open ? 'persons:alike.open' : 'persons:alike.over'), lead]
      : [
          t(`codes:referralSource.${received.source}`),
          t('persons:alike.received', { on: received.on }),
          t(`codes:referralState.${received.state}`),
        ];
  return facts.map((fact) =>
    fact === null ? null : (
      <span key={fact}>
        <span className={classes.fact}>{fact}</span>
        {' · '}
      </span>
    ),
  );
}

/** The referrals that an investigation or the first of a bundle holds it by. */
export function Through({ file: { unitId, through } }: { readonly file: FileHead }) {
  const t = useText();
  if (through.length === 0) return null;
  return (
    <span className={classes.through}>
      {t('persons:alike.through')}
      {through.map(({ id, number }, index) => (
        <span key={id}>
          {index === 0 ? ' ' : ', '}
          <FileLink file={{ kind: 'referral', id }} unitId={unitId} number={number} />
        </span>
      ))}
    </span>
  );
}
