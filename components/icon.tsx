import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import bookOpenText from 'lucide-static/icons/book-open-text.svg?raw';
import building from 'lucide-static/icons/building-2.svg?raw';
import calendar from 'lucide-static/icons/calendar-days.svg?raw';
import chart from 'lucide-static/icons/chart-no-axes-column.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import question from 'lucide-static/icons/circle-question-mark.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import database from 'lucide-static/icons/database.svg?raw';
import externalLink from 'lucide-static/icons/external-link.svg?raw';
import eyeOff from 'lucide-static/icons/eye-off.svg?raw';
import flask from 'lucide-static/icons/flask-conical.svg?raw';
import gavel from 'lucide-static/icons/gavel.svg?raw';
import globe from 'lucide-static/icons/globe.svg?raw';
import handshake from 'lucide-static/icons/handshake.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import landmark from 'lucide-static/icons/landmark.svg?raw';
import layers from 'lucide-static/icons/layers.svg?raw';
import lightbulb from 'lucide-static/icons/lightbulb.svg?raw';
import panel from 'lucide-static/icons/panel-right.svg?raw';
import route from 'lucide-static/icons/route.svg?raw';
import scale from 'lucide-static/icons/scale.svg?raw';
import scroll from 'lucide-static/icons/scroll-text.svg?raw';
import signpost from 'lucide-static/icons/signpost.svg?raw';
import sliders from 'lucide-static/icons/sliders-horizontal.svg?raw';
import person from 'lucide-static/icons/user-round.svg?raw';
import cross from 'lucide-static/icons/x.svg?raw';
import { h } from 'preact';
import type { Angle, CardKind } from '../context/schema';

/** Lucide (ISC). Imported one by one as text, so that the build carries these and no other. */
const ICONS = {
  arrowLeft,
  bookOpenText,
  building,
  calendar,
  chart,
  check,
  chevronLeft,
  chevronRight,
  copy,
  cross,
  database,
  externalLink,
  eyeOff,
  flask,
  gavel,
  globe,
  handshake,
  history,
  landmark,
  layers,
  lightbulb,
  panel,
  person,
  question,
  route,
  scale,
  scroll,
  signpost,
  sliders,
};
export type IconName = keyof typeof ICONS;

export const ANGLE_ICONS: Record<Angle, IconName> = {
  figure: 'chart',
  update: 'history',
  'missing-context': 'layers',
  dispute: 'scale',
  definition: 'bookOpenText',
  origin: 'signpost',
};

export const KIND_ICONS: Record<CardKind, IconName> = {
  person: 'person',
  institution: 'landmark',
  company: 'building',
  agreement: 'handshake',
  law: 'gavel',
  programme: 'route',
  policy: 'scroll',
  concept: 'lightbulb',
  field: 'flask',
  dataset: 'database',
  event: 'calendar',
};

const SHAPE = /<(path|circle|rect|ellipse)\s([^>]*?)\/>/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;

/** The shapes of one icon as nodes: markup is never set as a string, so a strict page and a store's linter have nothing to object to. */
function shapes(svg: string) {
  return [...svg.matchAll(SHAPE)].map(([, tag = 'path', attributes = '']) =>
    h(tag, Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value]) => [name, value]))),
  );
}

/** A decorative icon: the word beside it, or the button's label, says what it means. `size` in px. */
export function Icon({ name, size = 14 }: { name: IconName; size?: number }) {
  return (
    <svg
      class={`icon icon-${name}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {shapes(ICONS[name])}
    </svg>
  );
}
