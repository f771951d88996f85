import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder, type RunningServer } from '../../tooling/serveFolder';

let root: string;
let server: RunningServer;
let bare: RunningServer;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'served-'));
  mkdirSync(join(root, 'site/assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'site/index.html'), '<h1>Here</h1>');
  writeFileSync(join(root, 'site/assets/app-1a2b.js'), 'export {};');
  writeFileSync(join(root, 'site/manifest.webmanifest'), '{}');
  server = await serveFolder({ folder: join(root, 'site'), basePath: '/some/where/', securityHeaders: true });
  bare = await serveFolder({ folder: join(root, 'site') });
});
afterAll(async () => {
  await Promise.all([server.close(), bare.close()]);
  rmSync(root, { recursive: true });
});

/** A request whose path is sent as it stands; fetch would tidy it first. */
function statusOfRaw(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('serveFolder', () => {
  it('serves index.html at the base path, and nothing above it', async () => {
    expect(await (await fetch(server.url)).text()).toBe('<h1>Here</h1>');
    expect((await fetch(new URL('/', server.url))).status).toBe(404);
  });

  it.each([
    ['assets/app-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
    ['', 'text/html; charset=utf-8', 'no-cache'],
  ])('names the type of "%s" and how long it may be kept', async (path, type, caching) => {
    const { headers } = await fetch(new URL(path, server.url));
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([type, caching]);
  });

  it('answers 404 to what is not there, for folders, and for paths that lead out', async () => {
    expect((await fetch(new URL('nothing.js', server.url))).status).toBe(404);
    for (const path of ['assets', '../secret.txt', '..%2fsecret.txt', '%2e%2e/secret.txt', '%ff']) {
      expect(await statusOfRaw(`/some/where/${path}`), path).toBe(404);
    }
  });

  it('sends the security headers only when asked to', async () => {
    expect((await fetch(server.url)).headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(bare.url)).headers.get('content-security-policy')).toBeNull();
  });

  it('takes no data', async () => {
    expect((await fetch(bare.url, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('says that a port is taken', async () => {
    const port = Number(new URL(bare.url).port);
    await expect(serveFolder({ folder: root, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
