import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#eef3fb',
  '#dbe5f3',
  '#b4c8e4',
  '#8aaad6',
  '#6790c9',
  '#5180c2',
  '#4478bf',
  '#3567a9',
  '#2b5b98',
  '#1d4e87',
];

/** Calm, and dense enough for an office. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 7 },
  colors: { ink },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  components: {
    Anchor: { defaultProps: { underline: 'always' } }, // within text nothing else tells it apart for everybody
    Avatar: { defaultProps: { color: 'ink', variant: 'filled' } },
    Button: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4, blur: 2 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    // By the browser's own scrolling, which the keyboard reaches.
    TableScrollContainer: { defaultProps: { type: 'native', tabIndex: 0 } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none' } },
  },
});

/** What small and quiet text must have to be read (4.5 to 1), and the paper it stands on. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#565f6e',
    '--mantine-color-placeholder': '#6b7483',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-teal-light-color': '#065f46',
    '--mantine-color-green-light-color': '#1b5e2b',
    '--mantine-color-yellow-light-color': '#7a4300',
    '--mantine-color-orange-light-color': '#8f3500',
    '--mantine-color-red-light-color': '#a61e1e',
  },
  dark: {
    '--mantine-color-body': '#1d2127',
    '--mantine-color-dimmed': '#a8b1bf',
    '--mantine-color-placeholder': '#949eac',
    '--mantine-color-default': '#262b33',
    '--mantine-color-default-hover': '#2e343d',
    '--mantine-color-default-border': '#3a414c',
    '--mantine-color-error': '#ff8787',
  },
});
