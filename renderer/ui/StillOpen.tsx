import { Button, Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Dialog } from './Dialog.tsx';
import { KeyHint } from './KeyHint.tsx';

export interface OpenPoint {
  readonly key: string;
  readonly name: string;
  readonly settle: () => void;
}

interface StillOpenProps {
  readonly title: string;
  readonly text: string;
  readonly points: readonly OpenPoint[];
  readonly onClose: () => void;
}

/** What keeps something from being concluded, each point one key from the form that ends it. */
export function StillOpen({ title, text, points, onClose }: StillOpenProps) {
  // Of the document: a number may be pressed before the dialog has the focus.
  useHotkeys(points.slice(0, 9).map(({ settle }, index): [string, () => void] => [String(index + 1), settle]));
  return (
    <Dialog onClose={onClose} title={title}>
      <p>{text}</p>
      <Stack gap="xs">
        {points.map(({ key, name, settle }, index) => (
          <Button
            key={key}
            variant="default"
            justify="flex-start"
            h="auto"
            mih={32}
            py={6}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
            data-autofocus={index === 0 || undefined}
            leftSection={index < 9 ? <KeyHint keys={String(index + 1)} /> : undefined}
            onClick={settle}
          >
            {name}
          </Button>
        ))}
      </Stack>
    </Dialog>
  );
}
