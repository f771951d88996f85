import { afterEach, expect, test, vi } from 'vitest';
import { onOpenedFiles } from '../../src/state/openedFiles';

afterEach(() => vi.unstubAllGlobals());

type Launch = { files?: readonly { getFile(): Promise<File> }[] };

/** A browser with a launch queue; answers how it launches the app. */
function launcher(): (launch: Launch) => Promise<void> {
  let consumer: (launch: Launch) => void = () => undefined;
  vi.stubGlobal('launchQueue', { setConsumer: (given: typeof consumer) => (consumer = given) });
  return async (launch) => {
    consumer(launch);
    await new Promise((resolve) => setTimeout(resolve));
  };
}

test('files the app is opened with are handed over together', async () => {
  const launch = launcher();
  const taken: string[][] = [];
  onOpenedFiles((files) => taken.push(files.map(({ name }) => name)));
  const handle = (name: string) => ({ getFile: () => Promise.resolve(new File([], name)) });
  await launch({ files: [handle('deals.csv'), handle('history.xlsx')] });
  expect(taken).toEqual([['deals.csv', 'history.xlsx']]);
});

test('a start without files, or with one that has gone, hands over nothing', async () => {
  const launch = launcher();
  const take = vi.fn();
  onOpenedFiles(take);
  await launch({});
  await launch({ files: [] });
  await launch({ files: [{ getFile: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }] });
  expect(take).not.toHaveBeenCalled();
});

test('browsers without a launch queue are left alone', () => {
  expect(() => onOpenedFiles(() => undefined)).not.toThrow();
});
