/**
 * 'first' → 'drivers': the one plan becomes the first of several, without a name. Each kind's leads get the driver they follow, and the company its customers, season and costs. What a
 * plan said before it still says: the same leads, growth, stages and values, nothing referred, no more spent than today.
 * Figures stand here as they were when this version shipped; later defaults must not change what an old plan becomes.
 */

type Fields = Readonly<Record<string, unknown>>;

/** What the first version started from: a figure that is still that is nobody's own. */
const FIRST_DEFAULTS: Readonly<Record<string, { leads: number; conversions: number[]; days: number[] }>> = {
  seed: { leads: 10, conversions: [0.5, 0.5, 0.5, 0.7], days: [5, 7, 10, 8] },
  net: { leads: 60, conversions: [0.3, 0.5, 0.4, 0.5], days: [10, 20, 26, 20] },
  spear: { leads: 30, conversions: [0.28, 0.5, 0.4, 0.5], days: [30, 40, 46, 36] },
};

const PROSPECTORS = 3;
const RAMP = [0.1, 0.4, 0.7];

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** An assumption of the first version with where it is from; anything else as it is, for `restore` to refuse. */
function remembered(assumption: unknown, firstDefault: number | null): unknown {
  const fields = fieldsOf(assumption);
  if (!('value' in fields)) return assumption;
  const isUntouched = fields['value'] === firstDefault && fields['doubt'] === 'guess';
  return { ...fields, from: isUntouched ? 'default' : 'typed' };
}

function guess(value: number): Fields {
  return { value, doubt: 'guess', from: 'default' };
}

function sure(value: number): Fields {
  return { value, doubt: 'sure', from: 'default' };
}

function stagesWithSource(stages: unknown, kind: string): unknown {
  if (!Array.isArray(stages)) return stages;
  const defaults = FIRST_DEFAULTS[kind];
  return stages.map((stage: unknown, index) => ({
    conversion: remembered(fieldsOf(stage)['conversion'], defaults?.conversions[index] ?? null),
    days: remembered(fieldsOf(stage)['days'], defaults?.days[index] ?? null),
  }));
}

function driversOf(kind: string, leads: unknown, ordinaryDeal: number): Fields {
  if (kind === 'seed') return { leadsPerMonth: leads, referralsPerCustomer: guess(0) };
  const spend = sure(ordinaryDeal / 2);
  if (kind === 'net') {
    return { leadsPerMonth: leads, spendToday: spend, spendPerMonth: spend, elasticity: guess(0.7) };
  }
  const all = fieldsOf(leads);
  const total = all['value'];
  return {
    prospectors: sure(PROSPECTORS),
    leadsPerProspector: typeof total === 'number' ? { ...all, value: total / PROSPECTORS } : leads,
    attritionPerMonth: guess(0),
    ramp: RAMP.map(guess),
    hires: [],
  };
}

function kindToDrivers(kind: string, value: unknown, ordinaryDeal: number): Fields {
  const old = fieldsOf(value);
  const leads = remembered(old['leadsPerMonth'], FIRST_DEFAULTS[kind]?.leads ?? null);
  const variation = old['valueVariation'];
  return {
    ...driversOf(kind, leads, ordinaryDeal),
    growthPerMonth: remembered(old['growthPerMonth'], 0),
    stages: stagesWithSource(old['stages'], kind),
    dealValue: remembered(old['dealValue'], null),
    variation: { value: variation, doubt: 'sure', from: variation === 0.8 ? 'default' : 'typed' },
    valueGrowthPerYear: guess(0),
    discount: guess(0),
    costPerLead: guess(0),
    basis: old['basis'],
  };
}

/** A book of plans with the one there was. */
export function planToBook(value: unknown): unknown {
  return { active: 'first', plans: [{ id: 'first', name: '', plan: planToDrivers(value) }] };
}

function planToDrivers(value: unknown): unknown {
  const old = fieldsOf(value);
  const kinds = fieldsOf(old['kinds']);
  const seedValue = fieldsOf(fieldsOf(kinds['seed'])['dealValue'])['value'];
  const ordinaryDeal = typeof seedValue === 'number' && seedValue <= 1e11 ? seedValue : 10_000;
  return {
    startMonth: old['startMonth'],
    isRunning: old['isRunning'],
    stageNames: old['stageNames'],
    kinds: Object.fromEntries(
      ['seed', 'net', 'spear'].map((kind) => [kind, kindToDrivers(kind, kinds[kind], ordinaryDeal)]),
    ),
    company: {
      activeCustomers: guess(40),
      churnPerMonth: guess(0.015),
      revenueToday: guess(ordinaryDeal * 3),
      expansionPerMonth: guess(0),
      seasonStrength: sure(1),
      costPerProspector: guess(ordinaryDeal * 0.8),
      sellers: sure(2),
      costPerSeller: guess(ordinaryDeal),
    },
    recurring: { isOn: false, monthsInDealValue: 12 },
    season: {
      leads: new Array<number>(12).fill(1),
      leadsFrom: 'default',
      quarter: [1, 1, 1],
      quarterFrom: 'default',
    },
    sellerHires: [],
  };
}
