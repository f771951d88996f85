import { SvelteMap } from 'svelte/reactivity';
import type { ImportQuestion, Inspection } from '../../../csv/types';

/**
 * The questions of an import and their answers. A second look at the file no longer asks what has been answered, but
 * the question stays on screen, so that the answer can be changed.
 */
export class OpenQuestions {
  readonly #inspection: () => Inspection;
  readonly #answered = new SvelteMap<string, { question: ImportQuestion; answer: string }>();

  constructor(inspection: () => Inspection) {
    this.#inspection = inspection;
  }

  get asked(): readonly ImportQuestion[] {
    const kept = [...this.#answered.values()].map(({ question }) => question);
    const fresh = this.#inspection().questions.filter((question) => !this.#answered.has(keyOf(question)));
    return [...kept, ...fresh].sort((one, other) => one.file - other.file || one.column - other.column);
  }

  get areAnswered(): boolean {
    return this.asked.every((question) => this.#answered.has(keyOf(question)));
  }

  answerTo(question: ImportQuestion): string | null {
    return this.#answered.get(keyOf(question))?.answer ?? null;
  }

  answer(question: ImportQuestion, answer: string): void {
    this.#answered.set(keyOf(question), { question, answer });
  }
}

function keyOf({ code, file, column }: ImportQuestion): string {
  return `${code} ${file} ${column}`;
}
