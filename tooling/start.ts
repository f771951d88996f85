/** `npm start`: builds the app and serves the build, as a static host would. */
import { spawnSync } from 'node:child_process';
import { serveFolder } from './serveFolder.ts';

const port = Number(process.env.PORT ?? 4173);

console.log('Building Seedcast …');
const build = spawnSync('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (build.status !== 0) {
  console.error('The build failed; what is wrong stands above. If packages are missing, run: npm ci');
  process.exit(1);
}
try {
  const server = await serveFolder({ folder: 'dist', port, securityHeaders: true });
  console.log(`\nSeedcast runs at ${server.url}  (stop with Ctrl+C)`);
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    isTaken
      ? `Port ${port} is taken: perhaps Seedcast runs already at http://localhost:${port}/. ` +
          `Stop that program, or take another port: PORT=${port + 1} npm start`
      : error,
  );
  process.exit(1);
}
