import { Damaged } from './damaged';
import { numeral, readNumeral } from './numerals';

/** Writes a value as text and reads it back, exactly. Nothing in the text names anything: the place says what it is. */
export interface Field<T> {
  write(value: T): string;
  /** Throws `Damaged` where the text can't be one. */
  read(source: Source): T;
}

/** The text with the place that is read next. */
export class Source {
  at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at === this.text.length;
  }

  fail(): never {
    throw new Damaged(`character ${String(this.at)}`);
  }

  take(length: number): string {
    if (this.at + length > this.text.length) this.fail();
    this.at += length;
    return this.text.slice(this.at - length, this.at);
  }
}

export const number: Field<number> = {
  write: numeral,
  read(source) {
    const read = readNumeral(source.text, source.at);
    if (!read) return source.fail();
    source.at = read.next;
    return read.value;
  },
};

function readCount(source: Source, most: number): number {
  const count = number.read(source);
  if (!Number.isInteger(count) || count < 0 || count > most) source.fail();
  return count;
}

/** A text of at most so many UTF-16 units, led by how many there are. */
export function text(most: number): Field<string> {
  return {
    write: (value) => numeral(value.length) + value,
    read: (source) => source.take(readCount(source, most)),
  };
}

/** One of these, as one character. The order is part of the format: add at the end of a new format only. */
export function oneOf<const T extends string | boolean>(...choices: readonly T[]): Field<T> {
  return {
    write(value) {
      const index = choices.indexOf(value);
      if (index < 0) throw new RangeError(`not in this format: ${String(value)}`);
      return index.toString(36);
    },
    read(source) {
      const index = parseInt(source.take(1), 36);
      const choice = choices[index];
      return choice === undefined ? source.fail() : choice;
    },
  };
}

export function list<T>(entry: Field<T>, most: number): Field<readonly T[]> {
  return {
    write: (values) => numeral(values.length) + values.map((value) => entry.write(value)).join(''),
    read(source) {
      const values: T[] = [];
      // The count is bounded before anything is read; a text too short for it ends the reading at once.
      for (let left = readCount(source, most); left > 0; left--) values.push(entry.read(source));
      return values;
    },
  };
}

/** Exactly three. */
export function three<T>(entry: Field<T>): Field<readonly [T, T, T]> {
  return {
    write: (values) => values.map((value) => entry.write(value)).join(''),
    read: (source) => [entry.read(source), entry.read(source), entry.read(source)] as const,
  };
}

export function nullable<T>(entry: Field<T>): Field<T | null> {
  return {
    write: (value) => (value === null ? '~' : `=${entry.write(value)}`),
    read(source) {
      const mark = source.take(1);
      if (mark === '~') return null;
      return mark === '=' ? entry.read(source) : source.fail();
    },
  };
}

/** Marks a member that may be absent. */
interface Optional<T> {
  absent: Field<T | null>;
}
export function optional<T>(entry: Field<T>): Optional<T> {
  return { absent: nullable(entry) };
}

/** A field of something that only its place tells. */
interface AnyField {
  write(value: never): string;
  read(source: Source): unknown;
}

type Member = AnyField | Optional<unknown>;
type Members<T> = {
  [Name in keyof T]-?: undefined extends T[Name] ? Optional<Exclude<T[Name], undefined>> : Field<T[Name]>;
};

/** An object with these members, one after the other in the order they are written down here. */
export function struct<T extends object>(members: Members<T>): Field<T> {
  const entries = Object.entries<Member>(members);
  return {
    write(value) {
      const read = value as Readonly<Record<string, unknown>>;
      return entries
        .map(([name, member]) => {
          const own = read[name];
          if ('absent' in member) return member.absent.write(own === undefined ? null : own);
          return (member as Field<unknown>).write(own);
        })
        .join('');
    },
    read(source) {
      const made: Record<string, unknown> = {};
      for (const [name, member] of entries) {
        if (!('absent' in member)) made[name] = (member as Field<unknown>).read(source);
        else {
          const own = member.absent.read(source);
          if (own !== null) made[name] = own;
        }
      }
      return made as T;
    },
  };
}

/** Turns values on their way in and out. */
export function mapped<T, U>(field: Field<U>, out: (value: T) => U, back: (value: U) => T): Field<T> {
  return {
    write: (value) => field.write(out(value)),
    read: (source) => back(field.read(source)),
  };
}

/** One of several shapes: which one is told by a member, in one character. The order is part of the format. */
export function variants<T extends object>(
  by: keyof T & string,
  shapes: readonly (readonly [tag: string, field: AnyField])[],
): Field<T> {
  const tags = oneOf(...shapes.map(([tag]) => tag));
  const fieldOf = (tag: string) => shapes.find(([name]) => name === tag)?.[1] as Field<unknown> | undefined;
  return {
    write(value) {
      const tag = String(value[by]);
      return tags.write(tag) + (fieldOf(tag)?.write(value) ?? '');
    },
    read(source) {
      const tag = tags.read(source);
      return { ...(fieldOf(tag)?.read(source) as object), [by]: tag } as T;
    },
  };
}
