import { Button } from '@mantine/core';
import type { KnownFile } from '#contract/casework/identifiers';
import type { InvestigationId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';

interface LinkButtonProps {
  readonly file: KnownFile;
  /** Links what is recorded, or records it first. */
  readonly does: 'link' | 'saveAndLink';
  readonly keys?: string | undefined;
  readonly isBusy?: boolean;
  readonly onLink: (to: InvestigationId) => void;
}

/** The way into an open investigation that is known; nothing for any other file. */
export function LinkButton({ file: { file, open, ...named }, does, keys, isBusy = false, onLink }: LinkButtonProps) {
  const t = useText();
  const { fileNumber } = useNames();
  if (file.kind !== 'investigation' || !open) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      rightSection={keys !== undefined && <KeyHint keys={keys} />}
      aria-label={t('persons:alike.linkTo', { number: fileNumber(named) })}
      loading={isBusy}
      onClick={() => {
        onLink(file.id);
      }}
    >
      {t(`persons:alike.${does}`)}
    </Button>
  );
}
