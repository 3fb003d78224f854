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

/** One id of a group: where it must stand for the group to be met. */
interface Gate {
  id: number;
  where: number;
}

interface Compiled {
  groups: readonly (readonly Gate[])[];
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
    const gate = (id: string): Gate =>
      id.startsWith(NEAR)
        ? { id: this.#numberOf(id.slice(NEAR.length)), where: ANYWHERE }
        : { id: this.#numberOf(id), where: HERE };
    return {
      groups: all.map((group) => group.map(gate)),
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

  #meetsNearby(group: readonly Gate[]): boolean {
    for (const { id } of group) if (((this.#flags[id] ?? 0) & CLOSE_BY) !== 0) return true;
    return false;
  }

  #meetsOne(group: readonly Gate[]): boolean {
    for (const { id, where } of group) if ((this.#flags[id] ?? 0) & where) return true;
    return false;
  }
}
