/* What the scripts of search use of lunr.js, and no more. */

declare namespace lunr {
  /** What must, may or must not be in a paper. */
  type Presence = 1 | 2 | 3;

  /** A part of a query. `terms`, which is ours, are alternatives of one word in the place of `term`. */
  interface Clause {
    term?: string;
    terms?: string[];
    presence?: Presence;
    fields?: string[];
    boost?: number;
    editDistance?: number;
    usePipeline?: boolean;
  }

  interface Result {
    ref: string;
    score: number;
    matchData: { metadata: Record<string, object> };
  }

  /** A term of an index: its number, and by field the papers that have it. */
  interface Entry { _index: number; [field: string]: number | Record<string, object> }

  function stopWordFilter(word: string): string | undefined;
  function stemmer(token: Token): Token;

  class Token {
    constructor(text: string);
    str: string;
  }

  class Query {
    static presence: { OPTIONAL: 1; REQUIRED: 2; PROHIBITED: 3 };
    constructor(fields: string[]);
    clauses: (Clause & { term: string })[];
    /** Here a term is what the pipeline of the index takes. */
    clause(clause: Omit<Clause, "term"> & { term: number }): Query;
  }

  class QueryParser {
    constructor(text: string, query: Query);
    parse(): Query;
  }

  class QueryParseError extends Error {
    start: number;
    end: number;
  }

  class Vector {
    /** Places and values, one after the other. */
    elements: number[];
  }

  class TokenSet {
    static fromArray(terms: string[]): TokenSet;
  }

  class Index {
    constructor(parts: {
      invertedIndex: Record<string, Entry>;
      fieldVectors: Record<string, Vector>;
      tokenSet: TokenSet;
      fields: string[];
      pipeline: { runString(term: number): string[] };
    });
    query(build: (query: Query) => void): Result[];
  }
}
