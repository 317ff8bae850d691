/** The light theme's colours, by the variables that drawings use: a picture that leaves goes onto white paper, whatever the screen shows. */
export const paperColours: Readonly<Record<string, string>> = {
  '--vigie-actual': '#1b2020',
  '--vigie-without': '#c9822b',
  '--vigie-due-soon': '#8a5a00',
  '--vigie-line': '#dfe3e3',
  '--vigie-neutral-fill': '#eef0f0',
  '--mantine-color-body': '#ffffff',
  '--mantine-color-text': '#1b2020',
  '--mantine-color-dimmed': '#586161',
};

export const paperText = '#1b2020';
export const paperDimmed = '#586161';
export const paperFont = "'Segoe UI', 'Noto Sans', Arial, sans-serif";
