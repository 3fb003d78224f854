/** Made from the pack when the extension is built (modules/pack.ts). */
declare module 'virtual:sidelight/spotter-terms' {
  const terms: import('./context/spot').SpotterTerms;
  export default terms;
}
