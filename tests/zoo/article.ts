/** The one article that stands in every layout of the zoo, as markup of its paragraphs. */

const TITLE = 'What is left of a scientific partnership between the United States and China';

/** Each makes a claim or two that the pack has notes on; `em`, `a` and `b` stand in and around them. */
export const PARAGRAPHS: readonly string[] = [
  `For more than a generation American and Chinese laboratories have trained each other’s students. Under it all lies the
   <a href="#top">US-China Science and Technology Agreement</a>, and Jimmy Carter and Deng Xiaoping
   <em>signed the agreement in <b>Washington</b></em> on 31 January 1979.`,
  `In November 2018 the Justice Department <a href="#top">launched the China Initiative</a>, meant to stop the theft of
   American secrets. Gang Chen, a mechanical engineer at MIT, was arrested at his home in January 2021 and charged with
   grant fraud; many more Chinese scientists stood accused of hiding their links to Chinese universities.`,
  `By a count in the journal <em>PNAS</em>, nearly 20,000 scientists of Chinese descent left American institutions for
   other countries between 2010 and 2021. In a survey by the Asian American Scholar Forum, 72 percent of researchers of
   Chinese descent said they did not feel safe doing research in the United States.`,
  `China has overtaken the United States in the number of scientific papers it publishes each year. An institute of the
   Japanese government reckons that Chinese scientists also write more of the top 1 percent of papers by citations than
   Americans do.`,
  `American scientists write with co-authors in China more often than with those of any other country, the
   <a href="#top">National Science Foundation</a> reports. Yet the number of papers written jointly by American and
   Chinese scientists has been falling since 2020.`,
  `In artificial intelligence, many analysts believe, China has moved ahead without much need of foreign partners. Nearly
   half of the world’s top AI researchers took their first degree in China, by the count of
   <a href="#top">MacroPolo</a>, a think tank in Chicago.`,
  `The number of Chinese students in the United States has dropped since its peak in 2019–20, according to the yearly
   census <em>Open Doors</em>. Shing-Tung Yau, who received the Fields Medal in 1982, retired from Harvard and moved to
   Tsinghua University in Beijing.`,
];

export interface Specimen {
  css?: string;
  /** Attributes of the root element. */
  root?: string;
  /** What stands in `body`; the article in a `main` otherwise. */
  body?: string;
  /** Its text moves by itself. */
  moves?: boolean;
}

/** The paragraphs, each in a `p`, as one article. */
export const story = (paragraphs: readonly string[] = PARAGRAPHS): string =>
  `<article><h1>${TITLE}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article>`;

/** A picture without a file: it is loaded late, and pushes all below it down when it is. */
export const LATE_IMAGE = '<img id="late" alt="" style="display: block">';

/** A whole page around a specimen's layout. */
export function pageOf({ css = '', root = 'lang="en"', body }: Specimen): string {
  return `<!DOCTYPE html><html ${root}><head><meta charset="utf-8"><title>${TITLE}</title>
<meta name="viewport" content="width=device-width"><meta property="article:published_time" content="2023-11-30T06:00:00Z">
<link rel="icon" href="data:,"><style>${BASE}${css}</style></head><body>${body ?? `${LATE_IMAGE}<main>${story()}</main>`}</body></html>`;
}

const BASE = `body { margin: 0 auto; max-width: 700px; padding: 20px; font: 18px/1.6 serif; background: #fff; color: #1c1c1c }
h1 { font-size: 28px; line-height: 1.2 }
`;
