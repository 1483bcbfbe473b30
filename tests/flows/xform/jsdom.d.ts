/** All that the referee needs of it; its own types would bring a browser's into every test. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { readonly url: string })
    readonly window: Readonly<Record<string, unknown>>
  }
}
