declare module 'saxen' {
  export class Parser {
    ns(prefixes: Readonly<Record<string, string>>): this
    on(
      event: 'openTag',
      handle: (name: string, attributes: () => Record<string, string>, decode: (text: string) => string) => void,
    ): this
    on(event: 'closeTag', handle: () => void): this
    on(event: 'text', handle: (text: string, decode: (text: string) => string) => void): this
    on(event: 'cdata', handle: (text: string) => void): this
    /** What begins with `<!` and is no comment: a document type and what it declares. */
    on(event: 'attention', handle: () => void): this
    on(event: 'error' | 'warn', handle: (fault: Error) => void): this
    parse(text: string): void
    stop(): void
  }
}
