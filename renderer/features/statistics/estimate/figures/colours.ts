/** The colours that a drawing of this page may use: variables, so that it follows the theme. */
export const dark = 'var(--vigie-actual)';
export const warm = 'var(--vigie-without)';
export const amber = 'var(--vigie-due-soon)';
export const dimmed = 'var(--mantine-color-dimmed)';
export const line = 'var(--vigie-line)';
export const paper = 'var(--mantine-color-body)';
export const ink = 'var(--mantine-color-text)';
export const blank = 'var(--vigie-neutral-fill)';
