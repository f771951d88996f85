import { describe, expect, it } from 'vitest';
import { currencyChoices } from '../../src/i18n/currencies';

describe('currencyChoices', () => {
  it('names each currency once, in the language asked for', () => {
    const { common, all } = currencyChoices('sv', 'SEK');
    const codes = [...common, ...all].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(common.find(({ code }) => code === 'SEK')?.name).toBe('svensk krona');
  });

  it('always has the current one, even an old one', () => {
    expect(currencyChoices('en', 'FIM').common[0]?.code).toBe('FIM');
    const { common, all } = currencyChoices('en', 'THB');
    expect([...common, ...all].filter(({ code }) => code === 'THB')).toHaveLength(1);
  });
});
