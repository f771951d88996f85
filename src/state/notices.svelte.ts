export interface Notice {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
  action: { label: string; run: () => void } | null;
}

const SHOWN_MILLISECONDS = 10_000;

/** Short messages at the foot of the page: what was done, with its undo, or what went wrong. */
export class Notices {
  #next = 1;
  #list = $state.raw<readonly Notice[]>([]);

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** Problems stay until dismissed; the rest goes by itself. */
  show(text: string, options: Partial<Pick<Notice, 'tone' | 'action'>> = {}): number {
    const notice: Notice = {
      id: this.#next++,
      text,
      tone: options.tone ?? 'plain',
      action: options.action ?? null,
    };
    this.#list = [...this.#list, notice];
    if (notice.tone === 'plain') setTimeout(() => this.dismiss(notice.id), SHOWN_MILLISECONDS);
    return notice.id;
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }
}
