import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuthorityKind } from '#contract/casework/clocks';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';

interface KindChoiceProps {
  readonly kinds: readonly AuthorityKind[];
  readonly value?: string;
  readonly error?: ReactNode;
  readonly onChange: (code: string) => void;
}

/** With the section that it is under. */
export function kindName(
  { name, cite }: AuthorityKind,
  say: (words: { readonly en: string; readonly fr: string }) => string,
): string {
  return cite === null ? say(name) : `${say(name)} (${say(cite)})`;
}

/** The kinds of the catalogue by group, each with its section. */
export function KindChoice({ kinds, onChange, ...rest }: KindChoiceProps) {
  const t = useText();
  const format = useFormat();
  const groups = [...new Set(kinds.map((each) => each.group))];
  return (
    <NativeSelect
      {...rest}
      label={t('authorities:kind')}
      data-autofocus
      data={[
        { value: '', label: t('common:choose') },
        ...groups.map((group) => ({
          group: t(`authorities:group.${group}`),
          items: kinds
            .filter((each) => each.group === group)
            .map((kind) => ({
              value: kind.code,
              label: kindName(kind, format.bilingual),
            })),
        })),
      ]}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
