import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockedPackage {
  version?: string;
  optionalDependencies?: Record<string, string>;
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

// A registry that lacks the newest build for some platform makes npm leave it out of the lock without a word, and the
// next `npm ci`, anywhere, refuses the lock.
it('locks the builds for every platform, so that npm ci takes it on each', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

it('locks every package to one version', () => {
  const loose = Object.entries(packages).filter(([path, { version }]) => path !== '' && !version);
  expect(loose.map(([path]) => path)).toEqual([]);
});
