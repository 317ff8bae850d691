/** Standard and secure, so that it has an origin; only this host serves the application. */
export const PAGE_SCHEME = 'app';
export const PAGE_ORIGIN = 'app://vigie';
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`;
/** Of a document that is printed; the gateway does not know it. */
export const PRINT_ORIGIN = 'app://print';
/** Another origin, hence another process: going through it ends the one that had case data. */
export const BLANK_ADDRESS = 'app://blank/';

/**
 * Scripts, fonts and data come from the application's own files only. Styles are the one exception: Mantine writes its
 * theme's variables, and Plot the rules of a figure, as `<style>` elements without a nonce, so elements need
 * 'unsafe-inline'. Attributes do not (React and Plot set styles through the DOM) and stay refused, so mark-up that
 * slipped in could not style itself; with every request but `app:` refused a style cannot send anything out either.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-elem 'self' 'unsafe-inline'",
  "style-src-attr 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const refusedFeatures = [
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'hid',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
];

export const PAGE_HEADERS = {
  'Content-Security-Policy': CONTENT_POLICY,
  'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;
