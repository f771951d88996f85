import { afterEach, describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../src/engine';
import { fieldOf } from '../../../src/state/plan/figureField';
import { kindYield } from '../../../src/state/plan/kindYield';
import { readNumber } from '../../../src/state/plan/parseFigure';
import {
  closingSentence,
  dealsSay,
  fieldText,
  figureError,
  historySentence,
  monthSentence,
} from '../../../src/ui/plan/planWords';
import { decimalMark } from '../../../src/i18n/format';
import { speak } from '../../i18n/speak';
import { kindHistory } from '../../state/plan/kindHistory';

const SPACES = /[\u00a0\u202f]/g;
const plain = (text: string): string => text.replace(SPACES, ' ');
const net = kindYield(defaultPlan('SEK'), 'net', null);

afterEach(() => speak('en'));

describe('closingSentence and monthSentence', () => {
  it('say what a kind yields from end to end', () => {
    speak('en');
    expect(closingSentence(net)).toBe('Of 100 leads **3** become customers, after **76 days** on average.');
    expect(plain(monthSentence(net, 'SEK'))).toBe(
      'From 60 leads a month in the coming year about **1.8** are won a month in the long run, worth **SEK 180,000**.',
    );
    speak('sv');
    expect(closingSentence(net)).toBe('Av 100 leads blir **3** kunder, efter **76 dagar** i snitt.');
    expect(plain(monthSentence(net, 'SEK'))).toBe(
      'Av 60 leads i månaden det kommande året vinns på sikt ungefär **1,8** i månaden, värda **180 000 kr**.',
    );
  });

  it('count one lead as one', () => {
    speak('en');
    expect(monthSentence({ ...net, leadsPerMonth: 1 }, 'SEK')).toContain('From 1 lead a month');
    expect(monthSentence({ ...net, leadsPerMonth: 1.2 }, 'SEK')).toContain('From 1.2 leads a month');
    speak('sv');
    expect(monthSentence({ ...net, leadsPerMonth: 1.01 }, 'SEK')).toContain('Av 1 lead i månaden');
  });

  it('count one day as one', () => {
    speak('en');
    expect(closingSentence({ ...net, daysToWin: 1.2 })).toContain('**1 day**');
    speak('sv');
    expect(closingSentence({ ...net, daysToWin: 1.2 })).toContain('**1 dag**');
  });

  it('name no days where nothing is won', () => {
    speak('en');
    expect(closingSentence({ ...net, conversion: 0 })).toBe('No lead becomes a customer.');
  });
});

describe('historySentence', () => {
  it('says the estimate, its range and what it rests on', () => {
    speak('en');
    expect(historySentence('closing', kindHistory(), 'SEK')).toBe(
      'Your history: **14% of leads won, after 74 days** on average. 80% sure: 12% to 17%. Rests on 350 deals.',
    );
    expect(plain(historySentence('value', kindHistory(), 'SEK'))).toContain('**SEK 118,000 a deal**');
    expect(historySentence('leads', kindHistory(), 'SEK')).toContain('**31 leads a month**');
  });

  it('gives no share of leads won where nothing was ever lost', () => {
    speak('en');
    const unknown = { ...kindHistory(), conversion: { value: 0.99, low: 0, high: 1, n: 80 } };
    expect(historySentence('closing', unknown, 'SEK')).toBe(
      'Your history has no lost deals, so it can’t say how many leads are won. Those that were won took **74 days** on average.',
    );
  });
});

describe('dealsSay', () => {
  it('says the figure in its unit, its range and the deals behind it, rounded to what is known', () => {
    speak('en');
    const estimate = { value: 0.1444, low: 0.12, high: 0.17, n: 350 };
    expect(dealsSay(estimate, fieldOf('conversion', 'SEK'), 'SEK')).toBe(
      'Your deals: **14.4%**, 12% to 17%, from 350 deals',
    );
    expect(
      plain(
        dealsSay({ value: 118_234, low: 100_400, high: 140_000, n: 1 }, fieldOf('dealValue', 'SEK'), 'SEK'),
      ),
    ).toBe('Your deals: **SEK 118,000**, SEK 100,000 to SEK 140,000, from 1 deal');
    expect(dealsSay({ value: 31.4, low: 27, high: 36, n: 400 }, fieldOf('leadsPerMonth', 'SEK'), 'SEK')).toBe(
      'Your deals: **31.4 a month**, 27 to 36, from 400 deals',
    );
  });

  it('says no range where there is none', () => {
    speak('sv');
    const exact = { value: 102, low: 102, high: 102, n: 102 };
    expect(dealsSay(exact, fieldOf('activeCustomers', 'SEK'), 'SEK')).toBe(
      'Dina affärer: **102 kunder**, från 102 affärer',
    );
  });
});

describe('figureError', () => {
  it('says what is wrong and what the plan keeps', () => {
    speak('en');
    const field = fieldOf('conversion', 'SEK');
    expect(figureError('tooHigh', field, '20')).toBe('It can’t be higher than 100. It stays at 20.');
    expect(figureError('notANumber', field, '20')).toBe('That is not a number. It stays at 20.');
  });
});

describe('fieldText', () => {
  it.each(['en', 'sv'] as const)('is read back by the field in %s', (language) => {
    speak(language);
    const field = fieldOf('dealValue', 'SEK');
    for (const value of [0, 0.5, 1234.56, 120_000, 1e12]) {
      expect(readNumber(fieldText(value, field), decimalMark())).toBe(value);
    }
  });

  it('shows two digits of what its decimals would show as 0', () => {
    speak('en');
    const field = fieldOf('conversion', 'SEK');
    expect(fieldText(0.00418, field)).toBe('0.0042');
    expect(fieldText(0.005, field)).toBe('0.01');
    expect(fieldText(0, field)).toBe('0');
    expect(fieldText(1e-30, field)).toBe('0');
  });
});
