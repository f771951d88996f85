import { expect, test } from 'vitest';
import { linkedDeal, linkToDeal } from '../../../../src/ui/pipeline/dealLink';

test.each(['123', 'a/b c', '~7', 'Åäö %', '0069000001AbCdE'])('a link to deal %j leads to it', (id) => {
  const part = linkToDeal(id).replace('#/pipeline/', '');
  expect(part).not.toContain('/');
  expect(linkedDeal(part)).toBe(id);
});

test('other parts of the address, and links cut short, lead to no deal that is there', () => {
  expect([linkedDeal(null), linkedDeal('paste')]).toEqual([null, null]);
  expect(linkedDeal('deal=%C3')).toBe('%C3');
});
