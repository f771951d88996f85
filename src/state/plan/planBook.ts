import { freeName, isNameTaken } from '../../workspace/freeName';
import { NAME_LENGTH, PLANS } from '../../workspace/limits';
import { activePlanOf } from '../../workspace/planBook';
import type { NamedPlan, PlanBook } from '../../workspace/types';
import { newId } from '../newId';

export type PlanNameProblem = 'empty' | 'tooLong' | 'taken';

/**
 * Why a plan can't have this name; null when it can.
 *
 * @param others the other plans' names as they are shown: they are told apart by nothing else
 */
export function planNameProblem(name: string, others: readonly string[]): PlanNameProblem | null {
  const wanted = name.trim();
  if (wanted === '') return 'empty';
  if (wanted.length > NAME_LENGTH) return 'tooLong';
  return isNameTaken(wanted, others) ? 'taken' : null;
}

function namesBesides(id: string, { plans }: PlanBook): string[] {
  return plans.filter((named) => named.id !== id).map(({ name }) => name);
}

export function canAddPlan({ plans }: PlanBook): boolean {
  return plans.length < PLANS.max;
}

export function canRemovePlan({ plans }: PlanBook): boolean {
  return plans.length > PLANS.min;
}

/**
 * The book with one more plan, which becomes the active one, numbered where its name is taken; the same book where it has as many
 * as it may.
 *
 * @param place before the plan that stands there now; at the end where there is none
 */
export function addPlan(book: PlanBook, added: NamedPlan, place = book.plans.length): PlanBook {
  if (!canAddPlan(book) || book.plans.some(({ id }) => id === added.id)) return book;
  const name = freeName(added.name, namesBesides(added.id, book));
  const plans = [...book.plans.slice(0, place), { ...added, name }, ...book.plans.slice(place)];
  return { ...book, active: added.id, plans };
}

/** The book with a copy of the active plan behind it, which becomes the active one. */
export function copyActivePlan(book: PlanBook, id: string, name: string): PlanBook {
  const { plan } = activePlanOf(book);
  const place = book.plans.findIndex((named) => named.id === book.active) + 1;
  return addPlan(book, { id, name, plan }, place);
}

/** The book with another name for its active plan; the same book where the name won't do. */
export function renameActivePlan(book: PlanBook, name: string): PlanBook {
  const wanted = name.trim();
  if (planNameProblem(name, namesBesides(book.active, book)) !== null) return book;
  if (wanted === activePlanOf(book).name) return book;
  const plans = book.plans.map((named) => (named.id === book.active ? { ...named, name: wanted } : named));
  return { ...book, plans };
}

/** The book without its active plan; the one before it (else the next) becomes active. The same book where it is the last. */
export function removeActivePlan(book: PlanBook): PlanBook {
  const place = book.plans.findIndex(({ id }) => id === book.active);
  const next = book.plans[place - 1] ?? book.plans[place + 1];
  if (place < 0 || !next) return book;
  return { ...book, active: next.id, plans: book.plans.filter((_, at) => at !== place) };
}

/** The book with another plan active; the same book where there is no such plan. */
export function switchPlan(book: PlanBook, id: string): PlanBook {
  if (id === book.active || book.plans.every((named) => named.id !== id)) return book;
  return { ...book, active: id };
}

/** A plan keeps its id for good. */
export function newPlanId(): string {
  return newId('p');
}
