import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { META_POLICY, SECURITY_HEADERS } from '../../tooling/build/contentSecurityPolicy';

const hosting = readFileSync('docs/hosting.md', 'utf8');
const SERVERS = 4; // plain, Netlify, nginx, Apache

describe('docs/hosting.md', () => {
  it.each(Object.entries(SECURITY_HEADERS))(
    'gives %s for every server as the app is tested with',
    (name, value) => {
      expect(hosting.split(value).length - 1).toBe(SERVERS);
      expect(hosting.split(name).length - 1).toBeGreaterThanOrEqual(SERVERS);
    },
  );
});

describe('the policy', () => {
  it('allows no code from elsewhere, inline or made from text', () => {
    expect(META_POLICY).toContain("default-src 'none'");
    expect(META_POLICY).not.toMatch(/unsafe|https?:|\*/);
  });

  it('is the same in the page and in the header, but for framing, which only a header can forbid', () => {
    expect(SECURITY_HEADERS['Content-Security-Policy']).toBe(`${META_POLICY}; frame-ancestors 'none'`);
  });
});
