import type {
  DealOutlook,
  DealRecord,
  Month,
  OutlookReasons,
  PipelineChance,
  RankedDeal,
} from '../../../engine';
import { amount, chance, day, month, number, percent } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

/** A factor closer to 1 than this is not worth a sentence. */
const SMALL_FACTOR = 0.03;

function matters(factor: number): boolean {
  return Math.abs(factor - 1) >= SMALL_FACTOR;
}

/** "1.4", "0.62": two digits that count. */
function factorText(factor: number): string {
  return number(factor, factor < 1 ? 2 : 1);
}

/**
 * Why an open deal has its chance and value, sentence by sentence: age and kind, stage, seller, when, what it would bring,
 * and what the CRM says.
 *
 * @param to last month asked about
 */
export function dealReasons(deal: RankedDeal, to: Month): readonly string[] {
  const timing = m.why_reason_timing({
    total: chance(deal.total),
    month: month(to, 'longWithYear'),
    chance: chance(deal.chance),
  });
  return [...chanceReasons(deal.reasons), timing, valueReason(deal), ...pipelineReasons(deal)];
}

/** The same of a deal by itself, over the whole horizon. */
export function outlookReasons(deal: DealRecord, { reasons, value }: DealOutlook): readonly string[] {
  const { probability: crm } = deal;
  const pipeline: PipelineChance | null = crm === null ? null : { basis: 'crm', chance: crm };
  return [
    ...chanceReasons(reasons),
    valueReason({ reasons, value }),
    ...pipelineReasons({ ...deal, reasons, pipeline }),
  ];
}

function chanceReasons({ base, stage, seller }: OutlookReasons): readonly string[] {
  const sentences = [
    m.why_reason_base({ count: base.ageDays, shown: number(base.ageDays), chance: chance(base.chance) }),
    m.why_reason_base_n({ count: Math.round(base.n), shown: number(base.n) }),
  ];
  if (stage && matters(stage.factor)) {
    const words = { stage: stage.stage, factor: factorText(stage.factor), n: number(stage.n) };
    const days = stage.daysInStage;
    sentences.push(
      days === null
        ? m.why_reason_stage(words)
        : m.why_reason_stage_days({ ...words, count: days, shown: number(days) }),
    );
  }
  if (seller && matters(seller.factor)) {
    const words = { owner: seller.owner, factor: factorText(seller.factor), n: number(seller.n) };
    sentences.push(m.why_reason_seller(words));
  }
  return sentences;
}

function valueReason({ reasons, value }: Pick<RankedDeal, 'reasons' | 'value'>): string {
  const { ownShare } = reasons.value;
  return ownShare > 0
    ? m.why_reason_value_own({ value: amount(value), share: percent(ownShare) })
    : m.why_reason_value_mean({ value: amount(value) });
}

type Expected = Pick<RankedDeal, 'pipeline' | 'stage' | 'expectedClose' | 'reasons' | 'created'>;

function pipelineReasons({ pipeline, stage, expectedClose, reasons, created }: Expected): string[] {
  const sentences: string[] = [];
  if (pipeline?.basis === 'crm') sentences.push(m.why_reason_crm({ chance: chance(pipeline.chance) }));
  else if (pipeline?.basis === 'stage' && stage !== null)
    sentences.push(m.why_reason_stage_rate({ stage, chance: chance(pipeline.chance) }));
  if (expectedClose !== null) {
    const start = created + reasons.base.ageDays;
    sentences.push(
      expectedClose < start
        ? m.why_reason_overdue({ day: day(expectedClose) })
        : m.why_reason_expected({ day: day(expectedClose) }),
    );
  }
  return sentences;
}
