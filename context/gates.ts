/**
 * Which notes may stand in a sentence: signatures tested against what the sentence holds. Ids are numbers here, and what a
 * sentence holds is flags by number, since thousands of signatures may be tested for one article.
 */
import type { Reading } from './reading';
import { FOREIGN, NEAR, type Signature, type Surroundings } from './signature';

/** What is known of an id in a sentence. */
const CONCEPT = 1;
const CARD = 2;
const CLOSE_BY = 4;
const HERE = CONCEPT | CARD;
const ANYWHERE = HERE | CLOSE_BY;

/** Running text says a thing once: so many groups, but not all, may be met close by though they ask for the sentence itself. */
const MOST_NEARBY = 1;

/** The ids of a group, and for each the flags of which one must be set for the group to be met. */
interface Group {
  ids: Uint16Array;
  where: Uint8Array;
}

interface Compiled {
  groups: readonly Group[];
  none: readonly number[];
  abroad: readonly number[];
}

export class Gates {
  readonly #numbers = new Map<string, number>();
  readonly #notes: readonly Compiled[];
  readonly #foreign: ReadonlySet<number>;
  readonly #flags: Uint8Array;

  constructor(signatures: readonly Signature[]) {
    this.#notes = signatures.map((signature) => this.#compile(signature));
    this.#foreign = new Set([...FOREIGN].map((id) => this.#numberOf(id)));
    this.#flags = new Uint8Array(this.#numbers.size);
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(id, number);
    return number;
  }

  #compile({ all, none, abroad }: Signature): Compiled {
    const isNear = (id: string): boolean => id.startsWith(NEAR);
    const numberOf = (id: string): number => this.#numberOf(isNear(id) ? id.slice(NEAR.length) : id);
    const groupOf = (ids: readonly string[]): Group => ({
      ids: Uint16Array.from(ids, numberOf),
      where: Uint8Array.from(ids, (id) => (isNear(id) ? ANYWHERE : HERE)),
    });
    return {
      groups: all.map(groupOf),
      none: none.map((id) => this.#numberOf(id)),
      abroad: abroad.map((id) => this.#numberOf(id)),
    };
  }

  /** Those of some notes, by number, whose gates are open in a sentence. */
  open({ concepts }: Reading, { cards, near, established }: Surroundings, among: readonly number[]): number[] {
    if (among.length === 0) return [];
    const held: number[] = [];
    this.#hold(concepts, CONCEPT, held);
    this.#hold(cards, CARD, held);
    this.#hold(near, CLOSE_BY, held);
    this.#hold(established, CLOSE_BY, held);
    // Without China in the sentence, another country makes it that country's story.
    const elsewhere = concepts.has('china') ? [] : held.filter((id) => this.#isForeign(id));
    const open = among.filter((note) => {
      const compiled = this.#notes[note];
      return compiled !== undefined && this.#passes(compiled, elsewhere);
    });
    for (const id of held) this.#flags[id] = 0;
    return open;
  }

  #hold(ids: ReadonlySet<string>, flag: number, held: number[]): void {
    for (const id of ids) {
      const number = this.#numbers.get(id);
      if (number === undefined) continue;
      const flags = this.#flags[number] ?? 0;
      if (flags === 0) held.push(number);
      this.#flags[number] = flags | flag;
    }
  }

  #isForeign(id: number): boolean {
    return ((this.#flags[id] ?? 0) & CONCEPT) !== 0 && this.#foreign.has(id);
  }

  #passes({ groups, none, abroad }: Compiled, elsewhere: readonly number[]): boolean {
    let nearby = 0;
    for (const group of groups) {
      if (this.#meetsOne(group)) continue;
      nearby++;
      if (nearby > MOST_NEARBY || nearby === groups.length || !this.#meetsNearby(group)) return false;
    }
    for (const id of none) if ((this.#flags[id] ?? 0) & CONCEPT) return false;
    for (const id of elsewhere) if (!abroad.includes(id)) return false;
    return true;
  }

  #meetsNearby({ ids }: Group): boolean {
    for (let at = 0; at < ids.length; at++) if ((this.#flags[ids[at] as number] as number) & CLOSE_BY) return true;
    return false;
  }

  /** Indices are in range by construction, so the reads are asserted. */
  #meetsOne({ ids, where }: Group): boolean {
    for (let at = 0; at < ids.length; at++) {
      if ((this.#flags[ids[at] as number] as number) & (where[at] as number)) return true;
    }
    return false;
  }
}
