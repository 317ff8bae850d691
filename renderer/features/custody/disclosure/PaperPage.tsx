import { Anchor, Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { InvestigationRow } from '#contract/casework/investigations';
import type { InvestigationId, PaperId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { IssueDialog } from './IssueDialog.tsx';
import { IssuedPaper } from './IssuedPaper.tsx';
import { PaperDialog } from './PaperDialog.tsx';
import classes from './Papers.module.css';
import { RecordDesk } from './RecordDesk.tsx';

type Detail = Output<'papers.get'>;
type Act = 'describe' | 'issue' | 'discard' | 'supplement';

const keysOf = { describe: 'E', issue: 'P', discard: 'shift+X', supplement: 'S' } as const satisfies Record<
  Act,
  string
>;

function actsOf({ paper, since }: Detail): readonly Act[] {
  if (paper.issued === null) return ['discard', 'describe', 'issue'];
  return paper.supplements === null && since !== null && since.added + since.changed + since.removed > 0
    ? ['supplement']
    : [];
}

interface PaperPageProps {
  readonly investigationId: InvestigationId;
  readonly paperId: PaperId;
}

/** One paper of a file: what is decided on each record while it is prepared, and what was sent once it is issued. */
export function PaperPage({ investigationId, paperId }: PaperPageProps) {
  const t = useText();
  const read = useRead('papers.get', { investigationId, paperId });
  const file = useRead('investigations.get', { investigationId }).data?.investigation;
  const { fileNumber } = useNames();
  const [act, { close, opener }] = useOpened<Act>();
  const detail = read.data;
  const acts = detail === undefined ? [] : actsOf(detail);
  useScreenKeys(acts.map((each) => ({ keys: keysOf[each], label: t(`papers:act.${each}`), run: opener(each) })));
  const paper = detail?.paper;
  return (
    <>
      <PageHeader
        above={
          <Anchor component={Link} href={`/investigations/${investigationId}`} size="sm" className={classes.back ?? ''}>
            <IconArrowLeft size={14} stroke={1.75} aria-hidden />{' '}
            {t('investigations:page.title', { number: file === undefined ? '' : fileNumber(file) })}
          </Anchor>
        }
        title={
          paper === undefined
            ? t('papers:title')
            : t('papers:page.title', { kind: t(`codes:paperKind.${paper.kind}`), reference: paper.reference })
        }
        context={paper && t(namesKey(paper), { recipient: paper.recipient })}
        actions={acts.map((each) => (
          <Button
            key={each}
            variant={each === 'issue' || each === 'supplement' ? 'filled' : 'default'}
            rightSection={<KeyHint keys={keysOf[each]} />}
            onClick={opener(each)}
          >
            {t(`papers:act.${each}`)}
          </Button>
        ))}
      />
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      {detail !== undefined &&
        (detail.paper.issued === null ? (
          <RecordDesk investigationId={investigationId} detail={detail} />
        ) : (
          <IssuedPaper investigationId={investigationId} detail={detail} />
        ))}
      {detail !== undefined && file !== undefined && act !== null && acts.includes(act) && (
        <ActDialog act={act} file={file} detail={detail} onClose={close} />
      )}
    </>
  );
}

function namesKey({ kind, namesIncluded }: Detail['paper']) {
  if (kind === 'access') return 'papers:page.access';
  return namesIncluded ? 'papers:page.names' : 'papers:page.noNames';
}

interface ActDialogProps {
  readonly act: Act;
  readonly file: InvestigationRow;
  readonly detail: Detail;
  readonly onClose: () => void;
}

function ActDialog({ act, file, detail, onClose }: ActDialogProps) {
  switch (act) {
    case 'describe':
      return <PaperDialog file={file} paper={detail.paper} supplements={null} onClose={onClose} />;
    case 'supplement':
      return <PaperDialog file={file} paper={null} supplements={detail.paper} onClose={onClose} />;
    case 'issue':
      return <IssueDialog investigationId={file.id} detail={detail} onClose={onClose} />;
    case 'discard':
      return <DiscardDialog investigationId={file.id} paper={detail.paper} onClose={onClose} />;
  }
}

interface DiscardDialogProps {
  readonly investigationId: InvestigationId;
  readonly paper: Detail['paper'];
  readonly onClose: () => void;
}

function DiscardDialog({ investigationId, paper, onClose }: DiscardDialogProps) {
  const t = useText();
  const [, navigate] = useLocation();
  const discard = useWrite('papers.discard');
  return (
    <ConfirmDialog
      title={t('papers:discard.title', { reference: paper.reference })}
      confirm={t('papers:discard.confirm')}
      isDangerous
      isBusy={discard.isPending}
      failure={discard.error?.failure}
      onConfirm={() => {
        // Gone from the page first: what no longer is would be asked for again.
        navigate(`/investigations/${investigationId}`);
        discard.mutate({ investigationId, paperId: paper.id, version: paper.version });
      }}
      onClose={onClose}
    >
      {t('papers:discard.text')}
    </ConfirmDialog>
  );
}
