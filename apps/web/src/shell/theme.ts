import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The district's canal green-blue. */
const canal: MantineColorsTuple = [
  '#e6f6f9',
  '#cfe9ef',
  '#9fd3df',
  '#6bbccf',
  '#43a9c1',
  '#2593ae',
  '#117a94',
  '#0b6477',
  '#0a5263',
  '#073f4d',
];

/** Night on the canal: Mantine's dark greys with a little of the same blue, and text that reads easily. */
const dark: MantineColorsTuple = [
  '#d9e0e5',
  '#bcc6cd',
  '#94a0a9',
  '#69757e',
  '#424c54',
  '#37414a',
  '#262e34',
  '#1b2024',
  '#161b1e',
  '#111518',
];

export const theme = createTheme({
  colors: { canal, dark },
  primaryColor: 'canal',
  respectReducedMotion: true,
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'sm',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '22px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  components: {
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Button: { defaultProps: { size: 'sm' } },
    // A dialog's header is no banner of the page.
    Modal: {
      defaultProps: {
        yOffset: '8vh',
        overlayProps: { backgroundOpacity: 0.4 },
        attributes: { header: { role: 'none' } },
      },
    },
    Tooltip: { defaultProps: { withArrow: true } },
  },
});

/** Mantine's own quiet text is below 4.5:1 in light and its links in dark: these are above. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#55606a',
    '--mantine-color-placeholder': '#66717b',
    '--mantine-color-error': '#c02626',
    '--mantine-color-anchor': '#0b6477',
    '--mantine-color-body': '#ffffff',
    '--desk-ground': '#f5f7f8',
    '--desk-line': '#dfe4e8',
    '--desk-hover': '#eef5f7',
    '--desk-chosen': '#dff0f4',
  },
  dark: {
    '--mantine-color-dimmed': '#a3adb5',
    '--mantine-color-placeholder': '#98a2aa',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-anchor': '#6bc7da',
    '--mantine-color-body': '#1b2024',
    '--desk-ground': '#15191c',
    '--desk-line': '#353d44',
    '--desk-hover': '#242b31',
    '--desk-chosen': '#17363e',
  },
});
