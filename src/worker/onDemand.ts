/** A part that is made when first asked for. */
export interface OnDemand<T> {
  /** Makes it, once; again where that failed. */
  load(): Promise<T>;
  /** It, or its making under way; null before anybody has asked. */
  readonly made: Promise<T> | null;
}

export function onDemand<T>(make: () => Promise<T>): OnDemand<T> {
  let made: Promise<T> | null = null;
  return {
    load() {
      const making = (made ??= make());
      making.catch(() => {
        if (made === making) made = null;
      });
      return making;
    },
    get made() {
      return made;
    },
  };
}
