/** `npm run pack:new note ID [THEME]` or `npm run pack:new card ID`: a skeleton with everything that the check asks for. */
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACK = join(import.meta.dirname, '../assets/pack');
const USAGE = 'usage: npm run pack:new note ID [THEME]   or   npm run pack:new card ID';
const month = new Date().toISOString().slice(0, 7);

const note = (id: string): string => `
- id: ${id}
  angle: figure # figure, update, missing-context, dispute, definition or origin
  statement: "TODO: the claim as a news article would put it, in one sentence."
  headline: "TODO: what the reader learns, in 60 characters"
  body: "TODO: one to three neutral sentences, with who counted and when. At most 420 characters."
  cards: []
  sources:
    - todo-source # an id of sources.yaml; primary or peer-reviewed where one exists
  asOf: ${month}
  reviewMonths: 12
  signature:
    all:
      - [china] # each line: concepts or cards of which one must be in the sentence
  examples: # at least five, in varied voices; one anchor each
    - "TODO: a sentence with [the words] that the footnote hangs on."
  counterexamples: # at least four: the same words, another claim
    - "TODO: a sentence that must not get this note."
`;

const card = (id: string): string => `# yaml-language-server: $schema=../schema/card.json
id: ${id}
kind: institution # person, institution, company, agreement, law, programme, policy, concept, field, dataset or event
name: "TODO: the name in full"
aliases: [] # other names that count anywhere in an article on the subject
shortForms: [] # names that count only after a full mention: a surname, "the agency"
summary: "TODO: what it is and why it matters here, in at most 400 characters."
facts: [] # - { label: Founded, value: "1911", source: todo-source }
timeline: [] # - { date: 1911-04-29, text: Opens, source: todo-source }
related: []
ambiguousWith: [] # what else a name can mean
sources:
  - todo-source
asOf: ${month}
`;

const [kind = '', id = '', theme = 'new'] = process.argv.slice(2);
if (!/^(?:note|card)$/.test(kind) || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
  console.error(USAGE);
  process.exit(2);
}
const file = kind === 'note' ? `notes/${theme}.yaml` : `cards/${id}.yaml`;
const path = join(PACK, file);
if (kind === 'card' && existsSync(path)) {
  console.error(`assets/pack/${file} is there already`);
  process.exit(2);
}
if (kind === 'card') writeFileSync(path, card(id));
else if (existsSync(path)) appendFileSync(path, note(id));
else writeFileSync(path, `# yaml-language-server: $schema=../schema/notes.json${note(id)}`);
console.log(`assets/pack/${file}: fill in each TODO, then run npm run pack:check`);
