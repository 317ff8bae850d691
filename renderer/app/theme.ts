import {
  createTheme,
  defaultVariantColorsResolver,
  rem,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The accent: shade 6 in the light theme, shade 3 in the dark one. */
const accent: MantineColorsTuple = [
  '#eaf4f3',
  '#cfe6e4',
  '#93d0c9',
  '#5bb8b0',
  '#3b9d96',
  '#1f807d',
  '#0f6b6b',
  '#0c5959',
  '#0a4949',
  '#073838',
];

/** Shade 4 draws the edge of controls and keeps 3:1 against the page. */
const gray: MantineColorsTuple = [
  '#f6f7f7',
  '#eef0f0',
  '#dfe3e3',
  '#cad0d0',
  '#879191',
  '#6b7676',
  '#586161',
  '#454d4d',
  '#2f3636',
  '#1b2020',
];

const dark: MantineColorsTuple = [
  '#e3e8e8',
  '#c0c8c8',
  '#a0aaaa',
  '#7f8a8b',
  '#6a7576',
  '#2e3637',
  '#20272a',
  '#15191b',
  '#101315',
  '#0b0d0e',
];

/** Quick enough to explain a change without being waited for; the reduced-motion setting switches all of it off. */
const transitionProps = { duration: 120 } as const;
const overlayProps = { backgroundOpacity: 0.35 } as const;
const isUsualSize = (props: { readonly size?: unknown }) => props.size === undefined || props.size === 'sm';
const hint = { fontSize: rem(12), lineHeight: 1.35 } as const;
const choice = { label: { fontSize: rem(13) }, description: { ...hint, marginTop: 0 } };

/** White on the light theme's deep accent, near-black on the dark theme's pale one: both keep AA. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isAccent = input.color === undefined || input.color === 'accent';
  return input.variant === 'filled' && isAccent ? { ...colors, color: 'var(--vigie-on-accent)' } : colors;
};

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  variantColorResolver,
  respectReducedMotion: true,
  focusRing: 'auto',
  colors: { accent, gray, dark },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", "Liberation Mono", monospace',
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.4', xl: '1.3' },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: rem(2), sm: rem(4), md: rem(4), lg: rem(6), xl: rem(8) },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.3' },
      h2: { fontSize: rem(16), lineHeight: '1.4' },
      h3: { fontSize: rem(14), lineHeight: '1.4' },
      h4: { fontSize: rem(13), lineHeight: '1.4' },
      h5: { fontSize: rem(13), lineHeight: '1.4' },
      h6: { fontSize: rem(12), lineHeight: '1.4' },
    },
  },
  components: {
    Text: { defaultProps: { size: 'md' } },
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, props: { readonly size?: unknown }) => ({
        root: isUsualSize(props) ? { '--button-height': rem(32), '--button-padding-x': rem(12) } : {},
      }),
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: rem(28) } },
    Input: {
      vars: (_theme: unknown, props: { readonly size?: unknown }) => ({
        wrapper: isUsualSize(props) ? { '--input-height': rem(32) } : {},
      }),
    },
    InputWrapper: {
      styles: {
        label: { fontSize: rem(13), fontWeight: 600, marginBottom: rem(2) },
        description: { ...hint, marginBottom: rem(4) },
        error: { ...hint, marginTop: rem(4) },
      },
    },
    Checkbox: { defaultProps: { size: 'xs', iconColor: 'var(--vigie-on-accent)' }, styles: choice },
    Radio: { defaultProps: { size: 'xs', iconColor: 'var(--vigie-on-accent)' }, styles: choice },
    Switch: { defaultProps: { size: 'sm' }, styles: choice },
    // A field that is wrong gets the cursor: its list would cover what is wrong.
    MultiSelect: { defaultProps: { openOnFocus: false } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Tabs: { styles: { tab: { fontSize: rem(13), paddingBlock: rem(8), paddingInline: rem(12) } } },
    Table: { defaultProps: { fz: rem(13) } },
    Modal: {
      defaultProps: {
        transitionProps,
        overlayProps,
        centered: false,
        // Less above and below in a small window, where a long form needs the room.
        yOffset: 'clamp(24px, 12dvh - 60px, 64px)',
        radius: 'lg',
        padding: 'lg',
        attributes: { header: { role: 'none' } },
      },
      styles: { title: { fontSize: rem(16), fontWeight: 600, lineHeight: 1.3 } },
    },
    Drawer: {
      defaultProps: { transitionProps, overlayProps, padding: 'lg' },
      styles: { title: { fontSize: rem(16), fontWeight: 600 } },
    },
    Menu: { defaultProps: { transitionProps, shadow: 'md' }, styles: { item: { fontSize: rem(13) } } },
    Popover: { defaultProps: { transitionProps, shadow: 'md' } },
    Divider: { defaultProps: { color: 'var(--vigie-line)' } },
    Combobox: { defaultProps: { transitionProps } },
    Tooltip: { defaultProps: { transitionProps, openDelay: 400, fz: rem(12) } },
    // It leaves by itself, and what it says is on screen as well.
    Notification: { defaultProps: { withCloseButton: false } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
});

/** Mantine's own variables brought to the palette: its dimmed text and placeholder fall short of AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b2020',
    '--mantine-color-dimmed': '#586161',
    '--mantine-color-placeholder': '#6b7676',
    '--mantine-color-anchor': '#0f6b6b',
    '--mantine-color-default-border': '#cad0d0',
    '--mantine-color-default-color': '#1b2020',
    '--mantine-color-error': '#a3352d',
  },
  dark: {
    '--mantine-color-body': '#15191b',
    '--mantine-color-text': '#e3e8e8',
    '--mantine-color-dimmed': '#a0aaaa',
    '--mantine-color-placeholder': '#8f999a',
    '--mantine-color-anchor': '#5bb8b0',
    '--mantine-color-default-border': '#3a4344',
    '--mantine-color-default-color': '#e3e8e8',
    '--mantine-color-error': '#e88f86',
  },
});
