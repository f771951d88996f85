import fc from 'fast-check';
import { DOUBTS, KINDS, LEAVE_OUTS, PLANNED_KINDS, SHOCKS } from '../../src/engine';
import type { ChangeOfWhat, DealRecord, ScenarioChange, Scenarios } from '../../src/engine';
import type { WorkspaceContents } from '../../src/workspace/contents';
import { defaultSettings } from '../../src/workspace/defaultSettings';
import { FIRST_DAY, LAST_DAY, NAME_LENGTH, PLANS, SCENARIO_LIMITS } from '../../src/workspace/limits';
import type { DealChanges, DealEdit, ImportRecord, PlanBook, Settings } from '../../src/workspace/types';
import { anyPlan } from '../engine/plan/anyPlan';

const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const text = fc.string({ maxLength: 40, unit: 'binary' });
/** Labels a user may well have, among them those that live on every object's prototype. */
const label = fc.oneof(text, fc.constantFrom('', 'constructor', 'toString', '__proto__', 'Webb & mässa'));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const table = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(label, value), { maxLength: 6 }).map((entries) => Object.fromEntries(entries));

// −0 is 0 once it has been JSON.
const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));

const plainDeal: fc.Arbitrary<DealRecord> = fc.record({
  id: text,
  name: text,
  company: orNull(text),
  owner: orNull(text),
  source: orNull(label),
  pipeline: orNull(text),
  created: day,
  outcome: fc.constantFrom('open', 'won', 'lost'),
  closed: orNull(day),
  expectedClose: orNull(day),
  amount: orNull(number(-1e15, 1e15)),
  currency: orNull(text),
  stage: orNull(text),
  stageEntries: fc.array(
    fc.record({ stage: text, day, isSeen: fc.constant(true as const) }, { requiredKeys: ['stage', 'day'] }),
    { maxLength: 4 },
  ),
  lostReason: orNull(text),
  probability: orNull(number(0, 1)),
  category: orNull(text),
});

/** Now and then the file had the dates the wrong way round. */
const slips = fc.record({
  times: fc.integer({ min: 1, max: 99 }),
  days: fc.integer({ min: 1, max: 9_999 }),
  since: day,
});
const deal: fc.Arbitrary<DealRecord> = fc
  .tuple(plainDeal, fc.boolean(), fc.option(slips, { nil: null }))
  .map(([made, isBackwards, putOff]) => ({
    ...made,
    ...(isBackwards && { closedBeforeCreated: true as const }),
    ...(putOff && { slips: putOff }),
  }));

// fast-check likes objects without a prototype; a file or a database never gives one.
export const anyDeal = deal.map((made) => structuredClone(made));

const mapping = fc.record({
  vendor: fc.constantFrom('hubspot' as const, 'generic' as const),
  columns: fc.array(
    fc.record(
      {
        index: fc.nat(),
        header: text,
        meaning: fc.constantFrom('id' as const, 'amount' as const, 'stageEntry' as const, 'ignore' as const),
        confidence: fc.constantFrom('sure' as const, 'guess' as const),
        stage: text,
        dateOrder: fc.constantFrom('ymd' as const, 'dmy' as const),
        decimalMark: fc.constantFrom('.' as const, ',' as const),
      },
      { requiredKeys: ['index', 'header', 'meaning', 'confidence'] },
    ),
    { maxLength: 4 },
  ),
  mainFile: fc.nat(3),
  join: fc.constant(null),
  outcomes: table(fc.constantFrom('open' as const, 'won' as const)),
  stageOrder: fc.array(text, { maxLength: 4 }),
  sources: table(fc.constantFrom(...KINDS)),
  currency: text,
  dataDay: orNull(day),
  leaveOut: fc.subarray([...LEAVE_OUTS]),
});

export const anyImport: fc.Arbitrary<ImportRecord> = fc.record({
  id: fc.uuid(),
  files: fc.array(text, { maxLength: 2 }),
  isExample: fc.boolean(),
  importedAt: fc.nat(),
  dataDay: day,
  mapping,
  report: fc.record({
    rows: fc.nat(),
    deals: fc.nat(),
    rejected: fc.nat(),
    duplicates: fc.nat(),
    blank: fc.nat(),
    footer: fc.nat(),
    repeatedHeader: fc.nat(),
    issues: fc.constant([
      { file: 'a.csv', row: 2, column: 'Amount', value: '1.2.3', code: 'badNumber' as const },
    ]),
    notes: fc.constant([{ code: 'onlyOpen' as const, count: 3, rows: [1, 2] }]),
    dataDay: day,
  }),
});

export const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    rates: table(number(1e-12, 1e12)),
    sourceKinds: table(fc.constantFrom(...KINDS)),
    sellers: table(
      fc.record(
        {
          quotaPerQuarter: orNull(number(0, 1e15)),
          startedOn: orNull(day),
          hasLeft: fc.constant(true as const),
        },
        { requiredKeys: ['quotaPerQuarter', 'startedOn'] },
      ),
    ).map((made) => structuredClone(made)),
    paymentDelayDays: orNull(fc.integer({ min: 0, max: 730 })),
    mappings: table(mapping),
    companyName: text,
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
    hasStarted: fc.boolean(),
    targets: fc.record({
      quarter: orNull(number(0, 1e15)),
      year: orNull(number(0, 1e15)),
      nextTwelve: fc.constant(null),
    }),
  })
  .map((patch) => ({ ...defaultSettings('sv', 'SEK'), ...patch }));

const factor = number(SCENARIO_LIMITS.factor.min, SCENARIO_LIMITS.factor.max);
const whatChanges: fc.Arbitrary<ChangeOfWhat> = fc.oneof(
  fc.record({
    what: fc.constantFrom('leads' as const, 'winRate' as const, 'value' as const, 'days' as const),
    kind: fc.constantFrom('seed' as const, 'net' as const, 'spear' as const, 'all' as const),
    factor,
  }),
  fc.record({ what: fc.constantFrom('spend' as const, 'churn' as const), factor }),
  fc.record({ what: fc.constant('prospectors' as const), heads: fc.integer({ min: -20, max: 20 }) }),
  fc.record({ what: fc.constant('hiringFreeze' as const) }),
  fc.record({
    what: fc.constant('cost' as const),
    kind: orNull(fc.constantFrom(...PLANNED_KINDS)),
    perMonth: number(-1e9, 1e9),
  }),
  fc.record({ what: fc.constant('loseBiggestDeals' as const), deals: fc.integer({ min: 1, max: 20 }) }),
);
const anyChange: fc.Arbitrary<ScenarioChange> = fc
  .tuple(
    whatChanges,
    fc.record({
      id: fc.uuid(),
      isOn: fc.boolean(),
      from: fc.constantFrom('2026-12' as const, '2027-05' as const, '1999-01' as const),
      months: orNull(fc.integer({ min: 1, max: 24 })),
      shock: orNull(fc.constantFrom(...SHOCKS, ...DOUBTS)),
    }),
  )
  .map(([what, when]) => ({ ...what, ...when }));

/** Variants of any changes at any time. */
export const anyScenarios: fc.Arbitrary<Scenarios> = fc.record({
  base: fc.constantFrom('asForecast' as const, 'plan' as const, 'history' as const),
  variants: fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      name: fc.string({ maxLength: NAME_LENGTH }),
      changes: fc.uniqueArray(anyChange, { maxLength: 5, selector: ({ id }) => id }),
    }),
    { maxLength: 4, selector: ({ id }) => id },
  ),
});

/** Any number of plans, each named at random, the first often not at all; any of them active. */
export const anyPlanBook: fc.Arbitrary<PlanBook> = fc
  .uniqueArray(fc.record({ id: fc.uuid(), name: fc.string({ maxLength: NAME_LENGTH }), plan: anyPlan }), {
    minLength: PLANS.min,
    maxLength: 5,
    selector: ({ id }) => id,
  })
  .chain((plans) =>
    fc.record({
      active: fc.constantFrom(...plans.map(({ id }) => id)),
      plans: fc.constant(plans),
      scenarios: anyScenarios,
      kept: fc.constant([]),
    }),
  );

/** What one field may say, before and after. */
const change = <T>(value: fc.Arbitrary<T>) => fc.record({ from: value, to: value });

const changes: fc.Arbitrary<DealChanges> = fc.record(
  {
    name: change(text),
    company: change(orNull(text)),
    owner: change(orNull(text)),
    source: change(orNull(label)),
    created: change(day),
    outcome: change(fc.constantFrom('open' as const, 'won' as const, 'lost' as const)),
    closed: change(orNull(day)),
    expectedClose: change(orNull(day)),
    amount: change(orNull(number(-1e15, 1e15))),
    currency: change(orNull(text)),
    stage: change(orNull(text)),
  },
  { requiredKeys: [] },
);

export const anyEdit: fc.Arbitrary<DealEdit> = fc
  .record(
    {
      dealId: text,
      isExcluded: fc.boolean(),
      changes,
      added: orNull(deal),
      ofExample: fc.constant(true as const),
    },
    { requiredKeys: ['dealId', 'isExcluded', 'changes', 'added'] },
  )
  .map(({ added, ...edit }) => structuredClone({ ...edit, added: added && { ...added, id: edit.dealId } }));

export const anyContents: fc.Arbitrary<WorkspaceContents> = fc
  .record({
    settings: orNull(anySettings),
    plans: orNull(anyPlanBook),
    imports: fc.uniqueArray(anyImport, { maxLength: 2, selector: ({ id }) => id }),
    deals: fc.array(anyDeal, { maxLength: 5 }),
    edits: fc.array(anyEdit, { maxLength: 3 }),
  })
  .map((contents) =>
    structuredClone({
      ...contents,
      deals: new Map(contents.imports.map(({ id }) => [id, contents.deals])),
    }),
  );
