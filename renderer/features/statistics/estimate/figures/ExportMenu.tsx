import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { FigureCode, FigureContent } from '#contract/statistics/figures';
import { call, failureOf } from '../../../../bridge/bridge.ts';
import type { Failure } from '#contract/ground/errors';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import shared from '../../../../ui/Shared.module.css';

const formats = ['svg', 'png', 'csv', 'xlsx'] as const;
type FormatName = (typeof formats)[number];

interface ExportMenuProps {
  readonly figure: FigureCode;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly isDisabled: boolean;
  /** Made on export, not before. */
  readonly make: (format: FormatName) => Promise<FigureContent>;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Saves the figure as a picture, or its numbers as a table, where the user chooses. */
export function ExportMenu({ figure, name, isDisabled, make }: ExportMenuProps) {
  const t = useText();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const save = async (format: FormatName): Promise<State> => {
    const suggestedName = `${name.slice(0, 110)}.${format}`;
    const { file } = await call('files.save', { purpose: `figure_${format}`, suggestedName });
    if (file === null) return { kind: 'idle' };
    await call('figures.save', { file: file.grant, figure, content: await make(format) });
    return { kind: 'saved', name: file.name };
  };
  const start = (format: FormatName) => {
    setState({ kind: 'busy' });
    save(format).then(setState, (error: unknown) => {
      setState({ kind: 'failed', failure: failureOf(error) });
    });
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconDownload size={14} stroke={1.75} aria-hidden />}
            loading={state.kind === 'busy'}
            disabled={isDisabled}
          >
            {t('counterfactual:export.open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('counterfactual:export.open')}>
          {formats.map((format) => (
            <Menu.Item
              key={format}
              onClick={() => {
                start(format);
              }}
            >
              {t(`counterfactual:export.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span role="status" className={shared.small}>
        {state.kind === 'saved' && t('counterfactual:export.saved', { name: state.name })}
      </span>
      {state.kind === 'failed' && (
        <FailureAlert
          failure={state.failure}
          onClose={() => {
            setState({ kind: 'idle' });
          }}
        />
      )}
    </>
  );
}
