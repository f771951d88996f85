import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SECURITY_HEADERS } from './build/contentSecurityPolicy.ts';

export interface ServeOptions {
  folder: string;
  /** Where on the host the files appear, with a slash at both ends; '/' unless told. */
  basePath?: string;
  /** 0 takes any free port. */
  port?: number;
  /** Whether to send the headers that docs/hosting.md recommends; a bare host does not. */
  securityHeaders?: boolean;
}

export interface RunningServer {
  /** Address of the app, ending in a slash. */
  url: string;
  /** Serves another folder from now on, as a deploy does. */
  serveInstead(folder: string): void;
  /** Ends all connections: the app is offline. */
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const COMPRESSED_ALREADY = new Set(['.png', '.woff2', '.ico']);

/** The file a request means, or null: nothing outside the folder, and no listing of folders. */
function findFile(folder: string, basePath: string, url: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (!path.startsWith(basePath)) return null;
  const inside = path.slice(basePath.length);
  const file = normalize(
    join(folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside),
  );
  if (!file.startsWith(normalize(folder) + sep)) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  file: string | null,
  isStrict: boolean,
): void {
  if (isStrict) {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const extension = extname(file);
  const content = readFileSync(file);
  const isZipped =
    !COMPRESSED_ALREADY.has(extension) && (request.headers['accept-encoding'] ?? '').includes('gzip');
  const body = isZipped ? gzipSync(content) : content;
  response.writeHead(200, {
    'Content-Type': TYPES[extension] ?? 'application/octet-stream',
    'Content-Length': body.byteLength,
    // Files under assets/ carry a hash of their content in the name.
    'Cache-Control': file.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(isZipped ? { 'Content-Encoding': 'gzip' } : {}),
    Vary: 'Accept-Encoding',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * A static file server as small as a host can be: files, types, 404 for the rest. Rejects with the system's error
 * (code 'EADDRINUSE') where the port is taken.
 */
export async function serveFolder(options: ServeOptions): Promise<RunningServer> {
  const { basePath = '/', securityHeaders = false } = options;
  let { folder } = options;
  const server = createServer((request, response) => {
    answer(request, response, findFile(folder, basePath, request.url ?? '/'), securityHeaders);
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://localhost:${port}${basePath}`,
    serveInstead: (other) => (folder = other),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
