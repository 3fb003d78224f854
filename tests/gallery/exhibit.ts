import type { ComponentChildren } from 'preact';

export interface Exhibit {
  title: string;
  sheet: 'article' | 'toolbar' | 'options' | 'panel';
  node: ComponentChildren;
  /** Overrides the gallery's language, for dates, numbers and direction. */
  language?: string;
}

/** What a view asked for, told to whoever watches the page. */
export const tell = (asked: string) => () => {
  window.dispatchEvent(new CustomEvent('asked', { detail: asked }));
};
