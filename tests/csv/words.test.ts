import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../src/csv';
import { monthFromName } from '../../src/csv/monthNames';
import { normaliseHeader, withoutRemark } from '../../src/csv/headers';
import { guessOutcome } from '../../src/csv/outcomes';
import { suggestKinds } from '../../src/csv/sources';
import { orderStages, readStageEntryHeader } from '../../src/csv/stages';

describe('guessOutcome', () => {
  it.each([
    ['won', ['Closed Won', 'Won 🎉', 'Vunnen', 'Gewonnen', 'Sold', 'H. Work Order Received', 'WON']],
    [
      'lost',
      [
        'Closed Lost',
        'Lost',
        'Förlorad',
        'Verloren',
        'Abandoned',
        'Dead',
        'Closed Lost to Competition',
        'Not won',
      ],
    ],
    ['open', ['Open', 'In_Progress', 'On Hold', 'Öppen', 'Active']],
    [null, ['Proposal', 'Wonderland', 'Demo Completed', '', '🎉']],
  ] as const)('says %s by words', (outcome, labels) => {
    for (const label of labels) expect(guessOutcome(label), label).toBe(outcome);
  });
});

describe('suggestKinds', () => {
  it('sorts what words decide', () => {
    const kinds = suggestKinds(
      [
        'Partner Referral',
        'Customer Expansion',
        'Word of mouth',
        'Inbound - Website',
        'Event / Conference',
        'OnlineStore',
        'Outbound - SDR',
        'Cold email',
        'Inbound Call',
        'Sales Mail Alias',
        'Public Relations',
      ],
      'generic',
    );
    expect(Object.values(kinds)).toEqual([
      'seed',
      'seed',
      'seed',
      'net',
      'net',
      'net',
      'spear',
      'spear',
      'net',
      'net',
      'net',
    ]);
  });

  it('knows a website in seven languages as a net', () => {
    const labels = [
      ...['Website', 'Webbplats', 'Webbplatsen', 'Hemsida', 'Webb', 'Webseite', 'Internet', 'Homepage'],
      ...['Site web', 'Sitio web', 'Página web', 'Site', 'Web'],
    ];
    expect(new Set(Object.values(suggestKinds(labels, 'generic')))).toEqual(new Set(['net']));
  });

  it('leaves the rest to the user', () => {
    const labels = ['', 'LinkedIn', 'unknown', 'other', 'other_publicities', 'Offline sources', 'n/a'];
    expect(new Set(Object.values(suggestKinds(labels, 'generic')))).toEqual(new Set(['unsorted']));
  });

  it('takes a bare referral for a web link among labels of web analytics, else for a recommendation', () => {
    expect(suggestKinds(['Referrals', 'Organic search'], 'hubspot')['Referrals']).toBe('unsorted');
    expect(suggestKinds(['referral', 'organic_search'], 'generic')['referral']).toBe('unsorted');
    expect(suggestKinds(['Referral', 'Webinar'], 'generic')['Referral']).toBe('seed');
  });
});

describe('stages', () => {
  it('are read from headers of stage history, in either quotes', () => {
    expect(readStageEntryHeader('Date entered "Demo (SQL) (Sales)"')).toEqual({
      stage: 'Demo (SQL)',
      pipeline: 'Sales',
    });
    expect(readStageEntryHeader("Date entered 'Demo'")).toEqual({ stage: 'Demo', pipeline: null });
    expect(readStageEntryHeader('Date exited "Demo (Sales)"')).toBeNull();
    expect(readStageEntryHeader('Date entered current stage')).toBeNull();
  });

  it('are ordered by numbering, else by history, else by the usual place of their words', () => {
    expect(orderStages(['B. Offer', 'A. Lead', 'C. Sign'], new Map())).toEqual([
      'A. Lead',
      'B. Offer',
      'C. Sign',
    ]);
    expect(
      orderStages(
        ['X', 'Y', 'Z'],
        new Map([
          ['X', 9],
          ['Y', 3],
          ['Z', 5],
        ]),
      ),
    ).toEqual(['Y', 'Z', 'X']);
    expect(orderStages(['Negotiation', 'Proposal', 'Prospecting', 'Qualification'], new Map())).toEqual([
      'Prospecting',
      'Qualification',
      'Proposal',
      'Negotiation',
    ]);
  });

  it.each(['New', 'Ny', 'Neu', 'Nouveau', 'Nuevo', 'Novo', 'Nieuw'])('begin with “%s”', (first) => {
    expect(orderStages(['Förhandling', 'Offert', first, 'Behovsanalys'], new Map())).toEqual([
      first,
      'Behovsanalys',
      'Offert',
      'Förhandling',
    ]);
  });
});

describe('headers', () => {
  it('are compared without case, accents, prefix, underscores, camel case and asterisk', () => {
    expect(normaliseHeader('\uFEFFDeal - Won_Time *')).toBe('won time');
    expect(normaliseHeader('CloseDate')).toBe('close date');
    expect(normaliseHeader('Säljare')).toBe('saljare');
    expect(withoutRemark('amount (sek)')).toBe('amount');
  });

  it('give a fingerprint of the same shape for any text', () => {
    expect(shapeOf(['Ä', '💸', ''])).toMatch(/^3-[0-9a-f]{16}$/);
  });
});

describe('monthFromName', () => {
  it('knows five languages', () => {
    const names = [
      'January',
      'février',
      'März',
      'abril',
      'maj',
      'juin',
      'juillet',
      'août',
      'Sept',
      'okt',
      'noviembre',
      'Dez',
    ];
    expect(names.map(monthFromName)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(monthFromName('Monday')).toBeNull();
  });
});

it('sorts what Swedish sellers call their sources', () => {
  const labels = ['Kallsamtal', 'Kundreferens', 'Mässa'];
  expect(suggestKinds(labels, 'generic')).toEqual({
    Kallsamtal: 'spear',
    Kundreferens: 'seed',
    Mässa: 'net',
  });
});
