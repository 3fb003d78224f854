/** The locale keys that name the pack's enumerations. Browsers allow no hyphen in a message's name, hence the tables. */
import type { Angle, CardKind, Series, Source } from '../context/schema';

export const ANGLE_WORDS = {
  figure: 'angle.figure',
  update: 'angle.update',
  'missing-context': 'angle.missingContext',
  dispute: 'angle.dispute',
  definition: 'angle.definition',
  origin: 'angle.origin',
} as const satisfies Record<Angle, string>;

export const KIND_WORDS = {
  person: 'kind.person',
  institution: 'kind.institution',
  company: 'kind.company',
  agreement: 'kind.agreement',
  law: 'kind.law',
  programme: 'kind.programme',
  policy: 'kind.policy',
  concept: 'kind.concept',
  field: 'kind.field',
  dataset: 'kind.dataset',
  event: 'kind.event',
} as const satisfies Record<CardKind, string>;

export const SOURCE_WORDS = {
  primary: 'source.primary',
  'peer-reviewed': 'source.peerReviewed',
  reporting: 'source.reporting',
  analysis: 'source.analysis',
} as const satisfies Record<Source['kind'], string>;

export const AXIS_WORDS = {
  year: 'chart.axis.year',
  country: 'chart.axis.country',
  field: 'chart.axis.field',
} as const satisfies Record<Series['x'], string>;
