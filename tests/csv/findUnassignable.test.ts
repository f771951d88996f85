import { expect, test } from 'vitest';
import { inspectFiles } from '../../src/csv';
import { dayFromDate } from '../../src/engine';

const TODAY = dayFromDate(2026, 11, 23) ?? 0;

async function inspect(text: string) {
  return await inspectFiles([new File([text], 'deals.csv')], null, TODAY);
}

test('labels in a language nobody knows are left for the user to point out', async () => {
  const rows = ['voitettu', 'hävitty', 'auki'].map(
    (label, row) => `Kauppa ${row},2025-01-0${row + 1},${label}`,
  );
  const answer = await inspect(['Kauppa,Luotu,Tulos', ...rows].join('\n'));
  expect(answer).toMatchObject({ ok: true, value: { files: [{ rows: 3 }] } });
});

test('a header that is known but holds no dates leaves the other dates to choose from', async () => {
  const answer = await inspect(
    'Deal Name,Create Date,Close Date,Deal Stage\nA,soon,2026-01-02,Closed Won\nB,later,2026-01-03,Open\n',
  );
  expect(answer.ok).toBe(true);
});

test('a file without any dates can not be used, whatever is assigned', async () => {
  const answer = await inspect('Colour,Taste\nred,sweet\nblue,sour\n');
  expect(answer).toMatchObject({ ok: false, problem: { code: 'noUsableColumns' } });
});
