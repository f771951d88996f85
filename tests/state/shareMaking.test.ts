import { describe, expect, it } from 'vitest';
import { ShareMaking } from '../../src/state/shareMaking.svelte';
import type { Workspace } from '../../src/state/workspace.svelte';
import type { SharePackage, ShareRequest } from '../../src/worker/protocol';

const request = (title: string): ShareRequest => ({ title, passphrase: null }) as ShareRequest;
const madeOf = (title: string): SharePackage => ({ payload: `first.${title}` }) as SharePackage;

function makingWith(share: (asked: ShareRequest) => Promise<unknown>): ShareMaking {
  return new ShareMaking({ service: { share } } as unknown as Workspace);
}

describe('ShareMaking', () => {
  it('hands out the link of what is asked for last, however late that comes', async () => {
    const making = makingWith(({ title }) => Promise.resolve({ ok: true, value: madeOf(title) }));
    making.ask(request('with names'));
    const waited = making.newest();
    making.ask(request('without'));
    expect(await waited).toEqual(madeOf('without'));
    expect(making.made).toEqual(madeOf('without'));
    expect(making.isBusy).toBe(false);
  });

  it('hands out nothing where the newest link can not be made, and says why', async () => {
    const problem = { code: 'tooLarge', params: { most: 1 } };
    const making = makingWith(({ title }) =>
      Promise.resolve(title === 'short' ? { ok: true, value: madeOf(title) } : { ok: false, problem }),
    );
    making.ask(request('short'));
    expect(await making.newest()).toEqual(madeOf('short'));
    making.ask(request('long'));
    expect(await making.newest()).toBeNull();
    expect(making).toMatchObject({ made: null, problem });
  });

  it('says so where the worker has ended', async () => {
    const making = makingWith(() => Promise.reject(new Error('gone')));
    making.ask(request(''));
    expect(await making.newest()).toBeNull();
    expect(making.problem).toMatchObject({ code: 'serviceStopped' });
  });
});
