import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Check, ReturnContent } from '#contract/reporting/returns';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useGo } from '../../../lib/useGo.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { AmendedFacts } from './AmendedFacts.tsx';
import { FundingLink } from '../funding/FundingLink.tsx';
import { bySize } from './changeSize.ts';
import { blockingCount, groupChecks, type CheckGroup } from './checkGroups.ts';
import { CheckMeasures } from './CheckMeasures.tsx';
import { returnPath, type Edition, type FigurePath, type Step } from './returnPaths.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Returns.module.css';
import { ExplainSeveral } from './written/ExplainSeveral.tsx';
import { NotReceived } from './written/NotReceived.tsx';
import type { StepProps } from './usePreparedReturn.ts';

export function ChecksStep({ prepared, edition }: StepProps) {
  const t = useText();
  const go = useGo();
  const { content } = prepared;
  const blocking = blockingCount(content);
  const warnings = content.checks.length - blocking;
  const isLocked = prepared.locked !== null;
  const next = isLocked ? 'export' : 'preview';
  return (
    <div className={classes.checks}>
      {blocking > 0 && (
        <Notice tone="overdue" icon={IconBan} title={t('returns:checks.blocking', { count: blocking })}>
          {t('returns:checks.blockingText')}
        </Notice>
      )}
      {blocking === 0 && (
        <Notice
          tone="positive"
          icon={IconCircleCheck}
          title={t(
            warnings === 0 ? 'returns:checks.clear' : `returns:checks.${isLocked ? 'lockedWith' : 'noneBlocks'}`,
            {
              count: warnings,
            },
          )}
          end={
            <Button size="compact-sm" onClick={go(returnPath(content.agreement.id, content.quarter, next, edition))}>
              {t(isLocked ? 'returns:lock.toExport' : 'returns:checks.toPreview')}
            </Button>
          }
        >
          {warnings > 0 && t('returns:checks.warningsText')}
        </Notice>
      )}
      {groupChecks(content.checks).map((group) => (
        <CheckSection
          key={`${group.code} ${String(group.blocking)}`}
          group={group}
          content={content}
          edition={edition}
          isLocked={isLocked}
        />
      ))}
    </div>
  );
}

interface CheckSectionProps {
  readonly group: CheckGroup;
  readonly content: ReturnContent;
  readonly edition: Edition;
  readonly isLocked: boolean;
}

function CheckSection({ group, content, edition, isLocked }: CheckSectionProps) {
  const t = useText();
  const format = useFormat();
  const checks = group.code === 'large_change' ? bySize(content, group.checks) : group.checks;
  const columns: readonly Column<Check>[] = [
    {
      key: 'unit',
      header: t('codes:heading.unit'),
      narrow: true,
      value: (check) => check.unitCode ?? t('codes:heading.allUnits'),
    },
    {
      key: 'months',
      header: t('codes:heading.months'),
      value: ({ months }) => months[0],
      cell: (check) => check.months.map((month) => format.shortMonth(month)).join(', '),
    },
    {
      key: 'measures',
      header: t('returns:checks.measures'),
      cell: (check) => <CheckMeasures check={check} content={content} />,
    },
    {
      key: 'amended',
      header: t('returns:checks.amended'),
      cell: ({ amended }) => amended && <AmendedFacts amended={amended} />,
    },
    {
      key: 'part',
      header: t('returns:checks.part'),
      value: ({ part }) => (part === null ? '' : t(`codes:part.${part}`)),
    },
    {
      key: 'languages',
      header: t('returns:checks.languages'),
      narrow: true,
      value: ({ languages }) => languages.map((each) => t(`codes:language.${each}`)).join(', '),
    },
    {
      key: 'mend',
      header: t('codes:field.what'),
      cell: (check) => <Mend check={check} content={content} edition={edition} />,
    },
  ];
  const isOfAmendments = group.code === 'amendment_differs';
  // A column that would be empty says nothing; nothing is corrected in what is locked.
  const isShown = {
    unit: !isOfAmendments,
    months: checks.some((check) => check.months.length > 0),
    measures: checks.some((check) => check.measures.length > 0),
    amended: isOfAmendments,
    part: checks.some((check) => check.part !== null),
    languages: checks.some((check) => check.languages.length > 0),
    mend: !isLocked && checks.some((check) => check.mend !== 'none'),
  };
  return (
    <section>
      <div className={classes.checkHead}>
        {group.blocking ? (
          <StatusBadge tone="overdue" icon={IconBan} label={t('returns:checks.blocks')} />
        ) : (
          <StatusBadge tone="dueSoon" icon={IconAlertTriangle} label={t('returns:checks.warning')} />
        )}
        <h2 className={shared.title}>{t(`codes:check.${group.code}`)}</h2>
        <span className={shared.small}>{t('returns:checks.count', { count: group.checks.length })}</span>
      </div>
      <p className={shared.note}>
        {t(`returns:check.${group.code}.text`)} {!isLocked && !isShown.mend && t('returns:mend.none')}
      </p>
      <DataTable
        caption={t(`codes:check.${group.code}`)}
        rows={checks}
        rowKey={({ unitCode, part, months, measures, mend }) =>
          [unitCode, part, ...months, ...measures, mend].join(' ')
        }
        columns={columns.filter((column) => isShown[column.key as keyof typeof isShown])}
      />
      {!isLocked && group.code === 'large_change' && <ExplainSeveral content={content} checks={checks} />}
      {!isLocked &&
        group.code === 'pack_missing' &&
        checks.map(
          ({ unitCode }) => unitCode !== null && <NotReceived key={unitCode} content={content} unitCode={unitCode} />,
        )}
    </section>
  );
}

interface MendProps {
  readonly check: Check;
  readonly content: ReturnContent;
  readonly edition: Edition;
}

/** Where it is corrected: a link where that is in this workspace, words where it is not. */
function Mend({ check, content, edition }: MendProps) {
  const t = useText();
  const { agreement, quarter } = content;
  const path = (step: Step, figure?: FigurePath) => returnPath(agreement.id, quarter, step, edition, figure);
  switch (check.mend) {
    case 'packs':
      return <MendLink href="/packs" text={t('common:importThePack')} />;
    case 'agreements':
      return <MendLink href={`/agreements/${content.agreement.id}`} text={t('returns:mend.agreements')} />;
    case 'counterfactual':
      return <MendLink href="/counterfactual" text={t('returns:mend.counterfactual')} />;
    case 'explain':
      return (
        <MendLink
          href={path('preview', { code: check.measures[0] ?? '', unitCode: check.unitCode })}
          text={t('returns:mend.explain')}
        />
      );
    case 'narrative':
      return <MendLink href={path('narrative')} text={t('returns:mend.narrative')} />;
    case 'funding':
      return (
        <FundingLink
          agreementId={agreement.id}
          register={check.code === 'staff_differs' ? 'positions' : 'budget'}
          text={t('returns:mend.funding')}
        />
      );
    case 'entered':
      return <MendLink href="/frameworks/entered" text={t('returns:mend.entered')} />;
    case 'reasons':
      return <MendLink href={path('changes')} text={t('returns:mend.reasons')} />;
    case 'unit_workspace':
      return (
        <span className={classes.inText}>
          {t('returns:mend.unitWorkspace')} <MendLink href="/packs" text={t('returns:mend.newPack')} />
        </span>
      );
    case 'none':
      return null;
  }
}

function MendLink({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <Link href={href} className={classes.link ?? ''}>
      {text}
    </Link>
  );
}
