import { Button, Group } from '@mantine/core';
import type { AuthorityRow } from '#contract/casework/authorities';
import type { AuthorityKind, Clock } from '#contract/casework/clocks';
import type { PersonId } from '#contract/ground/ids';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { HiddenText } from '../../../../ui/HiddenText.tsx';
import type { FilePartProps } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
import { usePersonNames } from '../people/usePersonNames.ts';
import { openSection } from '../openSection.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from './Authorities.module.css';
import { AuthorityDialog } from './AuthorityDialog.tsx';
import { ChangeAuthorityDialog } from './ChangeAuthorityDialog.tsx';
import { ClockLine } from './ClockLine.tsx';
import { kindName } from './KindChoice.tsx';
import { latest } from '../../../../lib/latest.ts';
import { OverrideDialog } from './OverrideDialog.tsx';

type Open =
  | { readonly authority: AuthorityRow; readonly clock: Clock | null }
  /** A new one of the kind. */
  | { readonly kind: string };

/** The file's warrants, orders, demands and seizures, each with its clocks. */
export function Authorities({ detail }: FilePartProps) {
  const investigationId = detail.investigation.id;
  const t = useText();
  const catalogue = useRead('authorities.catalogue', {}, { frozen: true });
  const read = useRead('authorities.list', { investigationId });
  const kinds = new Map(catalogue.data?.kinds.map((kind) => [kind.code, kind]));
  const rows = read.data?.authorities ?? [];
  const { nameOf } = usePersonNames(investigationId);
  const format = useFormat();
  return (
    <FileSection
      title={t('codes:paperSection.authorities')}
      read={{ data: read.data, error: read.error ?? catalogue.error }}
      words={t('investigations:add.words.authorities')}
      action={t('investigations:step.authority')}
      keys="L"
      alsoAdds={[...kinds.values()].map((kind) => ({
        label: kindName(kind, format.bilingual),
        row: { kind: kind.code },
      }))}
      isEmpty={rows.length === 0}
      dialog={(close, open: Open | null) => {
        if (open === null || 'kind' in open)
          return <AuthorityDialog file={detail.investigation} kind={open?.kind ?? ''} onClose={close} />;
        const kind = kinds.get(open.authority.kind);
        if (kind === undefined) return null;
        const given = { investigationId, authority: latest(rows, open.authority) ?? open.authority, onClose: close };
        return open.clock === null ? (
          <ChangeAuthorityDialog {...given} kind={kind} />
        ) : (
          <OverrideDialog {...given} clock={open.clock} />
        );
      }}
    >
      {(open) => (
        <ul className={classes.list}>
          {rows.map((authority) => (
            <Authority
              key={authority.id}
              nameOf={nameOf}
              authority={authority}
              kind={kinds.get(authority.kind)}
              under={rows.find((row) => row.id === authority.underId)}
              underKind={kinds.get(rows.find((row) => row.id === authority.underId)?.kind ?? '')}
              onOpen={open}
            />
          ))}
        </ul>
      )}
    </FileSection>
  );
}

interface AuthorityProps {
  readonly nameOf: (id: PersonId | null) => string | null;
  readonly authority: AuthorityRow;
  readonly kind: AuthorityKind | undefined;
  readonly under: AuthorityRow | undefined;
  readonly underKind: AuthorityKind | undefined;
  readonly onOpen: (open: Open) => void;
}

function Authority({ nameOf, authority, kind, under, underKind, onOpen }: AuthorityProps) {
  const t = useText();
  const format = useFormat();
  if (kind === undefined) return null;
  const name = format.bilingual(kind.name);
  const facts = factsShown(authority, kind, format.bilingual, nameOf(authority.personId));
  return (
    <li className={classes.authority} data-ended={authority.endedOn !== null || undefined}>
      <Group gap={12} align="baseline" wrap="nowrap" justify="space-between">
        <h3 className={shared.title}>
          {name} {kind.cite !== null && <span className={classes.quiet}>{format.bilingual(kind.cite)}</span>}
        </h3>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('common:changeFor', { name })}
          onClick={() => {
            onOpen({ authority, clock: null });
          }}
        >
          {t('common:change')}
        </Button>
      </Group>
      <p className={classes.facts}>
        {facts.join(' · ')}
        {under !== undefined &&
          underKind !== undefined &&
          ` · ${t('authorities:standsUnder', { name: format.bilingual(underKind.name), on: under.startedOn })}`}
      </p>
      {authority.kind === 'court_proceedings' && <Deductions days={authority.deductedDays ?? 0} />}
      {authority.concerning !== null && (
        <HiddenText key={authority.id} label={t('codes:field.concerning')} text={authority.concerning} />
      )}
      {authority.clocks.length > 0 && (
        <ul className={shared.list}>
          {authority.clocks.map((clock) => (
            <ClockLine
              key={clock.ruleId}
              clock={clock}
              onOverride={() => {
                onOpen({ authority, clock });
              }}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Days are deducted in one place, with their cause: this leads there. */
function Deductions({ days }: { readonly days: number }) {
  const t = useText();
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      ml={-8}
      onClick={(event) => {
        openSection(event.currentTarget.closest('[data-section]')?.parentElement ?? null, 'charges');
      }}
    >
      {days === 0 ? t('authorities:deductionsNone') : t('authorities:deductions', { count: days })}
    </Button>
  );
}

/** The dates and names of a record, in the kind's own words. */
function factsShown(
  row: AuthorityRow,
  kind: AuthorityKind,
  say: (words: { readonly en: string; readonly fr: string }) => string,
  person: string | null,
): readonly string[] {
  const variant = kind.variants.find((each) => each.code === row.variant);
  const end = kind.ends.find((each) => each.code === row.endReason);
  const shown: readonly (string | null)[] = [
    `${say(kind.startLabel)} ${row.startedOn}`,
    variant === undefined ? null : say(variant.name),
    row.heldBy,
    person === row.heldBy ? null : person,
    row.place,
    row.reference,
    row.doneOn !== null && kind.doneLabel !== null ? `${say(kind.doneLabel)} ${row.doneOn}` : null,
    end === undefined ? null : `${say(end.name)} ${row.endedOn ?? ''}`,
  ];
  return shown.filter((each) => each !== null);
}
