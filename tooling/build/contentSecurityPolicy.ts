import type { Plugin } from 'vite';

/**
 * What the page may load: its own files and nothing else. `data:` and `blob:` images are pictures the page draws itself.
 * No inline script or style: a name from a CSV file can never become code.
 */
const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const;

const write = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** The policy as the page's own meta element says it. */
export const META_POLICY = write(DIRECTIVES);

/**
 * Response headers for hosts that can set them; docs/hosting.md repeats them for common servers. A meta element does
 * not bind workers and cannot forbid framing, a header does both.
 */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': write({ ...DIRECTIVES, 'frame-ancestors': "'none'" }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Puts the policy into index.html at build time; the development server injects styles and needs a looser page. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'seedcast:content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
