import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../src/csv';
import { accountedRows, csvFile, day, fixture, importFiles, inspect } from './csvFile';

function headerOf({ mapping }: Inspection, meaning: string): string | undefined {
  return mapping.columns.find((column) => column.meaning === meaning)?.header;
}

describe('a Zoho export', () => {
  it('in windows-1252 is recognised; Expected Revenue is weighted there and not taken', async () => {
    const inspection = await inspect(fixture('zoho.csv'));
    expect(inspection.mapping.vendor).toBe('zoho');
    expect(headerOf(inspection, 'amount')).toBe('Amount');
    expect(inspection.questions).toEqual([]);
    expect(inspection.files[0]?.encoding).toBe('windows-1252');
  });

  it('reads named months, its amounts, and tells of losses that were none', async () => {
    const { deals, report } = await importFiles(fixture('zoho.csv'));
    expect(deals).toMatchObject([
      { id: 'zcrm_4876876000000001001', name: 'Müller, Rollout', outcome: 'open', amount: 12400 },
      { outcome: 'won', closed: day('2026-10-20'), created: day('2026-09-14'), amount: 95570.69 },
      { outcome: 'lost', closed: day('2026-10-25'), lostReason: 'Competitor', company: 'Crème SA' },
      { outcome: 'lost', lostReason: 'Duplicate entry' },
    ]);
    expect(deals[0]?.expectedClose).toBe(day('2026-11-30'));
    expect(report.notes.find(({ code }) => code === 'notRealLosses')).toMatchObject({
      count: 1,
      rows: [5],
      deals: [{ row: 5, name: 'Twin', text: 'Duplicate entry' }],
    });
    expect(accountedRows(report)).toBe(report.rows);
  });
});

describe('a Close export', () => {
  it('takes the amount as written out, not the cents, and the date of winning as expected while active', async () => {
    const inspection = await inspect(fixture('close.csv'));
    expect(inspection.mapping.vendor).toBe('close');
    expect(headerOf(inspection, 'amount')).toBe('value_formatted');
    const { deals, report } = await importFiles(fixture('close.csv'));
    expect(deals).toMatchObject([
      { id: 'oppo_7Hx1', outcome: 'open', amount: 500, expectedClose: day('2026-12-15'), probability: 0.6 },
      { outcome: 'won', amount: 12500.5, closed: day('2026-08-20'), company: 'Beta', source: 'Outbound' },
      { outcome: 'lost', closed: day('2026-09-10'), created: day('2026-07-03'), pipeline: 'Renewals' },
    ]);
    expect(accountedRows(report)).toBe(report.rows);
  });
});

describe('an Attio export', () => {
  it('closes by the last change of stage and keeps the stage before it', async () => {
    const { mapping } = await inspect(fixture('attio.csv'));
    expect(mapping.vendor).toBe('attio');
    const { deals } = await importFiles(fixture('attio.csv'));
    expect(deals).toMatchObject([
      { outcome: 'won', stage: 'In Progress', closed: day('2026-06-02'), amount: 12500 },
      { outcome: 'lost', stage: 'Lead', closed: day('2026-06-20'), amount: 1000 },
      { outcome: 'open', stage: 'In Progress', closed: null, created: day('2026-06-03') },
    ]);
  });
});

describe('a Copper export', () => {
  it('decides by status, closes on the day of the status, keeps the stage; repeated columns and BOM aside', async () => {
    const inspection = await inspect(fixture('copper.csv'));
    expect(inspection.mapping.vendor).toBe('copper');
    expect(headerOf(inspection, 'id')).toBe('Copper ID');
    const { deals } = await importFiles(fixture('copper.csv'));
    expect(deals).toMatchObject([
      { outcome: 'won', stage: 'Contract', closed: day('2026-06-02'), amount: 3500, probability: 1 },
      { outcome: 'lost', stage: 'Proposal', closed: day('2026-05-13'), lostReason: 'Price' },
      { outcome: 'lost', stage: 'Qualified', closed: day('2026-04-18') },
      { outcome: 'open', expectedClose: day('2026-12-24'), owner: 'Lo Ek', pipeline: 'Service' },
    ]);
  });
});

describe('an Odoo export', () => {
  it('takes Expected Revenue, which is the plain amount there, and loses what is no longer active', async () => {
    const inspection = await inspect(fixture('odoo.csv'));
    expect(inspection.mapping.vendor).toBe('odoo');
    expect(headerOf(inspection, 'amount')).toBe('Expected Revenue');
    const { deals, report } = await importFiles(fixture('odoo.csv'));
    expect(deals).toMatchObject([
      { outcome: 'won', amount: 24000, closed: day('2026-05-20'), pipeline: 'Europe' },
      { outcome: 'lost', stage: 'Proposition', closed: day('2026-05-28'), lostReason: 'Too expensive' },
      { outcome: 'open', stage: 'Qualified', amount: 4500, expectedClose: day('2026-12-31') },
    ]);
    expect(report.notes.map(({ code }) => code)).not.toContain('statusContradictsStage');
  });

  it('by its technical names is read alike', async () => {
    const { deals } = await importFiles(
      csvFile(
        'id,name,partner_id/name,user_id/name,stage_id/name,expected_revenue,probability,date_deadline,date_closed,create_date,lost_reason_id/name\n' +
          'x.1,Desks,Azure,Ann,Won,10.5,100,2026-05-30,2026-05-20 09:10:11,2026-03-01 08:00:00,\n' +
          'x.2,Chairs,Deco,Ann,New,7,0,2026-05-30,2026-05-21 09:10:11,2026-03-01 08:00:00,Price\n',
      ),
    );
    expect(deals).toMatchObject([
      { outcome: 'won', amount: 10.5, company: 'Azure', owner: 'Ann' },
      { outcome: 'lost', stage: 'New', closed: day('2026-05-21') },
    ]);
  });
});

describe('Salesforce stages of its users’ own making', () => {
  it('are won and lost as the columns Closed and Won say', async () => {
    const { mapping } = await inspect(
      csvFile(
        'Opportunity Name,Stage,Created Date,Close Date,Amount,Closed,Won\n' +
          'A,Kundenbestand,2026-01-01,2026-02-01,5,1,1\nB,Archiv,2026-01-01,2026-02-01,5,1,0\nC,Gespräch,2026-01-01,2026-12-01,5,0,0\n',
      ),
    );
    expect(mapping.outcomes).toEqual({ Kundenbestand: 'won', Archiv: 'lost', Gespräch: 'open' });
  });
});

describe('a HubSpot export', () => {
  it('by its internal names has its stage history too', async () => {
    const { mapping } = await inspect(
      csvFile(
        'hs_object_id,dealname,dealstage,pipeline,amount,createdate,closedate,hs_v2_date_entered_qualifiedtobuy,hs_v2_date_entered_current_stage\n' +
          '1,A,qualifiedtobuy,default,5,2026-01-01,2026-06-01,2026-01-02,2026-01-02\n2,B,closedwon,default,5,2026-01-01,2026-02-01,2026-01-03,2026-02-01\n',
      ),
    );
    expect(mapping.vendor).toBe('hubspot');
    expect(mapping.columns.find(({ meaning }) => meaning === 'stageEntry')?.stage).toBe('qualifiedtobuy');
    expect(mapping.outcomes).toEqual({ qualifiedtobuy: 'open', closedwon: 'won' });
  });

  it('splits stage and pipeline at a known pipeline name where both hold brackets', async () => {
    const { mapping } = await inspect(
      csvFile(
        'Deal Name,Deal Stage,Pipeline,Create Date,Close Date,"Date entered ""Demo (online) (Sales (EU))"""\n' +
          'A,Demo (online),Sales (EU),2026-01-01,2026-06-01,2026-01-02\nB,Closed Won,Sales (EU),2026-01-01,2026-02-01,2026-01-03\n',
      ),
    );
    expect(mapping.stageOrder).toEqual(['Demo (online)']);
  });
});

describe('a plain spreadsheet', () => {
  it.each([
    ['Swedish', 'Affär;Skapad;Stängningsdatum;Fas;Belopp', 'Vunnen', 'Förlorad', 'Offert'],
    [
      'German',
      'Bezeichnung;Erstellt am;Abschlussdatum;Phase;Betrag',
      'Gewonnen',
      'Nicht gewonnen',
      'Angebot',
    ],
    ['French', 'Nom;Date de création;Date de clôture;Étape;Montant', 'Gagnée', 'Perdue', 'Devis'],
    [
      'Spanish',
      'Nombre;Fecha de creación;Fecha de cierre;Etapa;Importe',
      'Cerrada ganada',
      'Cerrada perdida',
      'Oferta',
    ],
    ['Portuguese', 'Nome;Criado em;Data de fechamento;Estágio;Valor', 'Ganho', 'Perdido', 'Proposta'],
    ['Dutch', 'Naam;Aangemaakt op;Sluitingsdatum;Fase;Bedrag', 'Gewonnen', 'Verloren', 'Offerte'],
  ])('in %s is read by its words', async (_language, header, won, lost, open) => {
    const { deals } = await importFiles(
      csvFile(
        `${header}\nA;14.01.2026;20.02.2026;${won};1.250,50\nB;15.01.2026;21.02.2026;${lost};7\nC;16.01.2026;31.12.2026;${open};8\n`,
      ),
    );
    expect(deals).toMatchObject([
      { name: 'A', outcome: 'won', created: day('2026-01-14'), closed: day('2026-02-20'), amount: 1250.5 },
      { outcome: 'lost' },
      { outcome: 'open', stage: open, expectedClose: day('2026-12-31') },
    ]);
  });

  it('with a column Won of yes and no is lost where a no has a closing date', async () => {
    const { deals } = await importFiles(
      csvFile('Name,Created,Closed on,Won?\nA,2026-01-01,2026-02-01,yes\nB,2026-01-01,2026-02-01,no\n'),
    );
    expect(deals.map(({ outcome }) => outcome)).toEqual(['won', 'lost']);
  });

  it('whose dates nobody can read is shown with its column, not called a file without one', async () => {
    const inspection = await inspect(
      csvFile('Name,Created date,Status\nA,first quarter,Won\nB,second quarter,Lost\n'),
    );
    expect(inspection.mapping.columns[1]).toMatchObject({ meaning: 'created', confidence: 'guess' });
    expect(inspection.preview).toEqual([]);
  });
});
