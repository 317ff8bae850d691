import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDotted } from '@tabler/icons-react';
import { useState } from 'react';
import type { FrameworkSummary } from '#contract/reporting/frameworks';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import classes from './Frameworks.module.css';

interface VersionsTabProps {
  readonly versions: readonly FrameworkSummary[];
  readonly onSave: (version: string) => void;
}

/** Every stored framework, the latest first, and the indicators of the one that is chosen. */
export function VersionsTab({ versions, onSave }: VersionsTabProps) {
  const t = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState(versions.find((each) => each.inForce)?.version ?? null);
  return (
    <>
      <DataTable
        caption={t('frameworks:tab.versions')}
        isWide
        rows={versions}
        rowKey={({ version }) => version}
        columns={[
          { key: 'version', header: t('codes:heading.version'), narrow: true, value: ({ version }) => version },
          {
            key: 'name',
            header: t('codes:field.name'),
            value: ({ name }) => format.bilingual(name),
            cell: ({ name, imported }) => (
              <>
                {format.bilingual(name)}
                <span className={classes.origin}>
                  {imported === null
                    ? t('frameworks:shipped')
                    : t('frameworks:importedBy', { at: format.instant(imported.at), by: imported.by })}
                </span>
              </>
            ),
          },
          {
            key: 'from',
            header: t('codes:heading.inForceFrom'),
            as: 'day',
            value: ({ validFrom }) => validFrom,
            none: t('frameworks:fromTheBeginning'),
          },
          {
            key: 'to',
            header: t('frameworks:field.validTo'),
            as: 'day',
            value: ({ validTo }) => validTo,
            none: t('frameworks:noEnd'),
          },
          { key: 'count', header: t('codes:heading.indicators'), as: 'number', value: ({ indicators }) => indicators },
          {
            key: 'state',
            header: t('codes:field.state'),
            narrow: true,
            value: ({ inForce }) => Number(inForce),
            cell: ({ inForce }) =>
              inForce ? (
                <StatusBadge tone="positive" icon={IconCircleCheck} label={t('frameworks:inForce')} />
              ) : (
                <StatusBadge tone="neutral" icon={IconCircleDotted} label={t('frameworks:notInForce')} />
              ),
          },
          {
            key: 'actions',
            header: t('common:actions'),
            hidesHeader: true,
            narrow: true,
            cell: ({ version }) => (
              <>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('frameworks:showVersion', { version })}
                  onClick={() => {
                    setChosen(version);
                  }}
                >
                  {t('frameworks:show')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('frameworks:saveVersion', { version })}
                  onClick={() => {
                    onSave(version);
                  }}
                >
                  {t('frameworks:save')}
                </Button>
              </>
            ),
          },
        ]}
      />
      {chosen !== null && <Indicators version={chosen} />}
    </>
  );
}

function Indicators({ version }: { readonly version: string }) {
  const t = useText();
  const format = useFormat();
  const { data } = useRead('frameworks.get', { version });
  if (data === undefined) return null;
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('frameworks:indicatorsOf', { version })}</h2>
      <DataTable
        caption={t('frameworks:indicatorsOf', { version })}
        rows={data.indicators}
        rowKey={({ code }) => code}
        columns={[
          { key: 'code', header: t('frameworks:field.code'), narrow: true, value: ({ code }) => code },
          { key: 'name', header: t('frameworks:field.name'), value: ({ name }) => format.bilingual(name) },
          {
            key: 'definition',
            header: t('frameworks:field.definition'),
            value: ({ definition }) => format.bilingual(definition),
          },
          {
            key: 'unit',
            header: t('frameworks:field.unitOfMeasure'),
            value: (each) => format.bilingual(each.unitOfMeasure),
          },
          {
            key: 'collection',
            header: t('frameworks:field.collection'),
            narrow: true,
            value: ({ collection, computed }) => t(`codes:collection.${computed ? collection : 'entered'}`),
          },
        ]}
      />
    </section>
  );
}
