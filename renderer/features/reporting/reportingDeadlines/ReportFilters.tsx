import { SegmentedControl, Switch } from '@mantine/core';
import type { Agreement } from '#contract/reporting/agreements';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';

export const reportViews = ['list', 'agreements', 'calendar'] as const;
export type ReportView = (typeof reportViews)[number];

interface ReportFiltersProps {
  readonly agreements: readonly Agreement[];
  readonly agreementId: string;
  readonly onAgreement: (id: string) => void;
  readonly withSent: boolean;
  readonly onWithSent: (withSent: boolean) => void;
  readonly view: ReportView;
  readonly onView: (view: ReportView) => void;
}

/** By agreement, with or without what was sent. */
export function ReportFilters(props: ReportFiltersProps) {
  const { agreements, agreementId, onAgreement, withSent, onWithSent, view, onView } = props;
  const t = useText();
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('due:view.label')}
        data={[
          { value: 'list', label: t('due:view.list') },
          { value: 'agreements', label: t('reports:view.agreements') },
          { value: 'calendar', label: t('due:view.calendar') },
        ]}
        value={view}
        onChange={(next) => {
          onView(reportViews.find((each) => each === next) ?? 'list');
        }}
      />
      <Choice
        size="xs"
        w={168}
        aria-label={t('codes:heading.agreement')}
        empty={t('reports:filter.any')}
        options={agreements.map(({ id, code }) => ({ value: id, label: code }))}
        value={agreementId}
        onChange={onAgreement}
      />
      <Switch
        size="xs"
        label={t('reports:filter.withSent')}
        checked={withSent}
        onChange={(event) => {
          onWithSent(event.currentTarget.checked);
        }}
      />
    </>
  );
}
