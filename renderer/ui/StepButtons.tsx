import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useText } from '../i18n/text.ts';
import { KeyHint } from './KeyHint.tsx';

interface StepButton {
  readonly label: string;
  readonly keys: string;
  readonly run: () => void;
}

const main = 2;

interface StepButtonsProps {
  readonly steps: readonly StepButton[];
  /** Where another button beside them leads. */
  readonly isSecondary?: boolean;
}

/** What can be done with a record: the two that come next with their keys, the others under one button. */
export function StepButtons({ steps, isSecondary = false }: StepButtonsProps) {
  const t = useText();
  const others = steps.slice(main);
  return (
    <Group gap="xs">
      {steps.slice(0, main).map(({ label, keys, run }, index) => (
        <Button
          key={label}
          size="compact-sm"
          variant={index === 0 && !isSecondary ? 'filled' : 'default'}
          rightSection={<KeyHint keys={keys} />}
          onClick={run}
        >
          {label}
        </Button>
      ))}
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
            >
              {t('lists:moreSteps')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ label, keys, run }) => (
              <Menu.Item key={label} rightSection={<KeyHint keys={keys} />} onClick={run}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
