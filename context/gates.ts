/**
 * Which notes may stand in a sentence: signatures tested against what the sentence holds. Ids are numbers here, and what a
 * sentence holds is flags by number, since thousands of signatures may be tested for one article.
 */
import type { Reading } from './reading';
import { FOREIGN, NEAR, type Signature, type Surroundings } from './signature';

/** What is known of an id in a sentence. */
const CONCEPT = 1;
const CARD = 2;
const BEFORE = 4;
const HERE = CONCEPT | CARD;
const ANYWHERE = HERE | BEFORE;

/** Running text says a thing once: so many groups, but not all, may be met before though they ask for the sentence itself. */
const MOST_BEFORE = 1;

/**
 * A note's gates. Its groups lie one after the other, each id with the flags of which one must be set, and an end after each:
 * thousands of notes are tested for an article, and each is read at a stretch.
 */
interface Compiled {
  count: number;
  groups: Uint32Array;
  none: readonly number[];
  abroad: readonly number[];
}

/** After a group's last id. */
const END = 0;
const FLAGS = ANYWHERE + 1;

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
    const gateOf = (id: string): number =>
      id.startsWith(NEAR)
        ? this.#numberOf(id.slice(NEAR.length)) * FLAGS + ANYWHERE
        : this.#numberOf(id) * FLAGS + HERE;
    return {
      count: all.length,
      groups: Uint32Array.from(all.flatMap((group) => [...group.map(gateOf), END])),
      none: none.map((id) => this.#numberOf(id)),
      abroad: abroad.map((id) => this.#numberOf(id)),
    };
  }

  /** Those of some notes, by number, whose gates are open in a sentence. */
  open({ concepts }: Reading, { cards, established, met }: Surroundings, among: readonly number[]): number[] {
    if (among.length === 0) return [];
    const held: number[] = [];
    this.#hold(concepts, CONCEPT, held);
    this.#hold(cards, CARD, held);
    this.#hold(established, BEFORE, held);
    this.#hold(met, BEFORE, held);
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

  #passes(compiled: Compiled, elsewhere: readonly number[]): boolean {
    if (!this.#meetsAll(compiled)) return false;
    for (const id of compiled.none) if ((this.#flags[id] ?? 0) & CONCEPT) return false;
    for (const id of elsewhere) if (!compiled.abroad.includes(id)) return false;
    return true;
  }

  /** Indices are in range by construction, so the reads are asserted: all but the cheapest of tests for most notes. */
  #meetsAll({ groups, count }: Compiled): boolean {
    let [here, earlier, before] = [false, false, 0];
    for (let at = 0; at < groups.length; at++) {
      const gate = groups[at] as number;
      if (gate !== END) {
        const flags = this.#flags[Math.floor(gate / FLAGS)] as number;
        here ||= (flags & gate & ANYWHERE) !== 0;
        earlier ||= (flags & BEFORE) !== 0;
        continue;
      }
      if (!here) before++;
      if (!here && (!earlier || before > MOST_BEFORE || before === count)) return false;
      [here, earlier] = [false, false];
    }
    return true;
  }
}
