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
            .map(({ code, name, cite }) => ({
              value: code,
              label: cite === null ? format.bilingual(name) : `${format.bilingual(name)} (${format.bilingual(cite)})`,
            })),
        })),
      ]}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
