import { expect, it } from 'vitest';
import packageFile from '../../package.json';
import { VERSION } from '../../src/state/version';

it('says the version of package.json', () => {
  expect(VERSION).toBe(packageFile.version);
});
