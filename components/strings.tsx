import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { i18n } from '#i18n';

export type Translate = typeof i18n.t;

/** What the views say, and the BCP 47 tag of the language they say it in (for dates and numbers). */
export interface Strings {
  t: Translate;
  language: string;
}

/** The pack is written in English whatever the interface speaks; screen readers need to be told. */
export const PACK_LANGUAGE = 'en';

/** Which way the interface's language runs; the page's own direction says nothing about it. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|dv|fa|he|ps|ur|yi)\b/.test(language) ? 'rtl' : 'ltr';
}

const Context = createContext<Strings | null>(null);

export function StringsProvider({ t, language, children }: Strings & { children: ComponentChildren }) {
  const strings = useMemo(() => ({ t, language }), [t, language]);
  return <Context.Provider value={strings}>{children}</Context.Provider>;
}

/** The strings of the nearest provider. Throws where there is none: a view without words is a mistake in the wiring. */
export function useStrings(): Strings {
  const strings = useContext(Context);
  if (!strings) throw new Error('A view was rendered outside StringsProvider');
  return strings;
}
