/* The messages between a page and its search worker, and what boot.js and the scripts that it fetches give each other. */

type Piece = [text: string, found: boolean];

/** A topic of the archive, with the address of its page. */
interface Topic { name: string; address: string }

/** A query, a worker's question. Days are ISO 8601; "" and absent are no filter. */
interface SearchRequest {
  text: string;
  from?: string;
  to?: string;
  code?: boolean;
  topic?: string;
  /** A whole name. */
  author?: string;
  order?: string;
  /** The first result that is asked for, from 0, and how many. */
  offset: number;
  limit: number;
  /** Papers with some of the words only are counted, not listed. */
  fold?: boolean;
}

/** A result as texts.js makes it, with what was found in its texts. */
interface SearchItem {
  address: string;
  title: Piece[];
  day: string;
  authors: Piece[];
  moreAuthors: number;
  abstract: Piece[];
  votes: number | null;
  code: boolean;
  /** Those of the archive, the most useful first. */
  topics: Topic[];
  /** What was found, as marks of inflection.js, and those words of the query, each a list of them, that the texts above lack. */
  terms: string[];
  missing: string[][];
}

/** Why a result is there, from the paper's own page; null is what has nothing that was missing. */
interface SearchReason {
  abstract: Piece[] | null;
  author: Piece[] | null;
  topic: Piece[] | null;
}

/** An answer as answers.js makes it. */
interface SearchAnswer {
  /** How many papers there are to page through. */
  count: number;
  /** How many of them have all the words, the first of the list; null where that does not apply. */
  all: number | null;
  /** How many papers have only some of the words, or words like them: the rest of the list, unless the request asks to
      fold away what is not on the first page. */
  more: number;
  /** Where none has to have all words: how many papers have at least so many of the words. */
  most: { papers: number; words: number; of: number } | null;
  /** How many of the rest have words like those typed. */
  alike: number | null;
  /** Do the first have a whole name, and the rest of the list all of its words? */
  named: boolean;
  /** Where nothing was found: words that papers have. */
  parts: [word: string, papers: number][];
  /** Where nothing was found: how many papers each filter finds alone, and with the text, null where there is none. */
  filters: { filter: Partial<SearchRequest>; papers: number; both: number | null }[];
  /** Was any found for the words as typed? */
  typed: boolean;
  /** The address of the one paper that was meant. */
  direct: string | null;
  /** Sentences for the reader. */
  notes: string[];
  /** The results from the offset on; by relevance, the first is a title that is the text itself, where there is one. */
  items: SearchItem[];
}

/** Names with their papers, the commonest first; `counted`: so many names of the archive are counted, null: all. */
interface FacetNames { names: [name: string, papers: number][]; counted: number | null }

/** How the papers of a result divide. */
interface Facets {
  /** How many these are. */
  papers: number;
  years: [year: string, papers: number][];
  code: number;
  topics?: FacetNames;
  authors?: FacetNames;
}

type FacetKind = "topics" | "authors";

interface OpenMessage { type: "open"; folder: string; manifest: string; again: boolean }
interface QueryMessage { type: "query"; id: number; request: SearchRequest }
interface FacetsMessage { type: "facets"; id: number; request: SearchRequest; kinds: FacetKind[] }
interface TopicsMessage { type: "topics"; id: number }
interface WhyMessage { type: "why"; id: number; item: Pick<SearchItem, "address" | "terms" | "missing"> }
interface ResultsMessage { type: "results"; id: number; answer: SearchAnswer }
interface CountedMessage { type: "counted"; id: number; facets: Facets }
interface TopicNamesMessage { type: "topicNames"; id: number; names: string[] }
interface ReasonMessage { type: "reason"; id: number; reason: SearchReason }
interface ErrorMessage { type: "error"; id?: number; text: string; isStale: boolean }

type Question = QueryMessage | FacetsMessage | TopicsMessage | WhyMessage;
type Reply = ResultsMessage | CountedMessage | TopicNamesMessage | ReasonMessage;
type ToWorker = OpenMessage | Question;
type ToPage = Reply | ErrorMessage;

/** What a page is told for a question; null where a later query has taken the place of one. */
interface Answers {
  query: SearchAnswer | null;
  facets: Facets;
  topics: string[];
  why: SearchReason;
}

interface Messages {
  PAGE: number;
  OFFLINE: string;
  open(folder: string, manifest: string, again: boolean): OpenMessage;
  query(id: number, request: SearchRequest): QueryMessage;
  facets(id: number, request: SearchRequest, kinds: FacetKind[]): FacetsMessage;
  topics(id: number): TopicsMessage;
  why(id: number, item: SearchItem): WhyMessage;
  results(id: number, answer: SearchAnswer): ResultsMessage;
  counted(id: number, facets: Facets): CountedMessage;
  topicNames(id: number, names: string[]): TopicNamesMessage;
  reason(id: number, reason: SearchReason): ReasonMessage;
  error(id: number | undefined, text: string, isStale: boolean): ErrorMessage;
}

interface SearchWorker {
  onmessage: ((event: MessageEvent<ToPage>) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

/** A worker that is starting, and the manifest on its way; `broken` comes when the worker fails. */
interface Session {
  worker: SearchWorker;
  broken: Promise<unknown>;
  manifest: Promise<string>;
  again: boolean;
}

interface Client {
  query(request: SearchRequest): Promise<SearchAnswer | null>;
  facets(request: SearchRequest, kinds: FacetKind[]): Promise<Facets>;
  topics(): Promise<string[]>;
  why(item: SearchItem): Promise<SearchReason>;
}

/** A search as an address tells it; `unread` are parts of the address that say nothing. */
interface Search extends Required<Omit<SearchRequest, "offset" | "limit" | "fold">> {
  /** Papers with some of the words only are wanted too. */
  some: boolean;
  page: number;
  unread: string[];
  /** Words of the text that told days. */
  said?: string;
}

/** What boot.js and the scripts that it fetches give each other. */
interface Archive {
  /** The address of the site, and of the folder of the index. */
  root: URL;
  folder: URL;
  begin(again?: boolean): Session;
  /** Whether keys of one character do something. */
  shortcuts: { areOn(): boolean; turn(on: boolean): void };
  openSearch?: (form: HTMLFormElement, input: HTMLInputElement, first: Session) => void;
  openClient?: (first: Session) => Client;
}

declare var archive: Archive;
