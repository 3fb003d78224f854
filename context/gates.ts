/**
 * Which notes may stand in a sentence: signatures, looked up by what the sentence holds. Each note waits at the concepts
 * and cards of its first group, which the compiler makes the rarest, so that a sentence meets few notes however many
 * there are; those are then tested against the rest of their signatures. Ids are numbers here, and what a sentence holds
 * is flags by number: the innermost loop of matching.
 */
import type { Reading } from './reading';
import { FOREIGN, NEAR, type Signature, type Surroundings } from './signature';

/** What is known of an id in a sentence. */
const CONCEPT = 1;
const CARD = 2;
const CLOSE_BY = 4;
const HERE = CONCEPT | CARD;
const ANYWHERE = HERE | CLOSE_BY;

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
  /** For each id the notes that wait at it: those it opens where it stands in the sentence, and where it is close by. */
  readonly #waiting: number[][] = [];
  readonly #waitingNear: number[][] = [];
  /** Notes without any group. */
  readonly #always: number[] = [];
  readonly #foreign: ReadonlySet<number>;
  readonly #flags: Uint8Array;
  /** For each note, the last sentence that it was tested in. */
  readonly #tested: Uint32Array;
  #sentence = 0;

  constructor(signatures: readonly Signature[]) {
    this.#notes = signatures.map((signature) => this.#compile(signature));
    this.#foreign = new Set([...FOREIGN].map((id) => this.#numberOf(id)));
    this.#notes.forEach(({ groups }, note) => {
      const [first] = groups;
      if (!first) this.#always.push(note);
      for (const { id, where } of first ?? []) {
        this.#waiting[id]?.push(note);
        if (where === ANYWHERE) this.#waitingNear[id]?.push(note);
      }
    });
    this.#flags = new Uint8Array(this.#numbers.size);
    this.#tested = new Uint32Array(signatures.length);
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(id, number);
    this.#waiting.push([]);
    this.#waitingNear.push([]);
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

  /** The notes whose gates are open in a sentence, by number. */
  open({ concepts }: Reading, { cards, near, established }: Surroundings): number[] {
    const held: number[] = [];
    this.#hold(concepts, CONCEPT, held);
    this.#hold(cards, CARD, held);
    this.#hold(near, CLOSE_BY, held);
    this.#hold(established, CLOSE_BY, held);
    // Without China in the sentence, another country makes it that country's story.
    const elsewhere = concepts.has('china') ? [] : held.filter((id) => this.#isForeign(id));
    this.#sentence++;
    const open: number[] = [];
    this.#test(this.#always, elsewhere, open);
    for (const id of held) {
      const waiting = (this.#flags[id] ?? 0) & HERE ? this.#waiting[id] : this.#waitingNear[id];
      this.#test(waiting ?? [], elsewhere, open);
    }
    for (const id of held) this.#flags[id] = 0;
    return open.sort((a, b) => a - b);
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

  #test(notes: readonly number[], elsewhere: readonly number[], open: number[]): void {
    for (const note of notes) {
      if (this.#tested[note] === this.#sentence) continue;
      this.#tested[note] = this.#sentence;
      const compiled = this.#notes[note];
      if (compiled && this.#passes(compiled, elsewhere)) open.push(note);
    }
  }

  #passes({ groups, none, abroad }: Compiled, elsewhere: readonly number[]): boolean {
    for (const group of groups) if (!this.#meetsOne(group)) return false;
    for (const id of none) if ((this.#flags[id] ?? 0) & CONCEPT) return false;
    for (const id of elsewhere) if (!abroad.includes(id)) return false;
    return true;
  }

  #meetsOne(group: readonly Gate[]): boolean {
    for (const { id, where } of group) if ((this.#flags[id] ?? 0) & where) return true;
    return false;
  }
}
