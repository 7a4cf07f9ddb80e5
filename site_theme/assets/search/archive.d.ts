/* What the scripts of search give each other as `self.archive`, and the messages between a page and its worker. */

type Direct = string | null;
type Piece = [text: string, found: boolean];

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
  topics: { name: string; address: string }[];
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

/** An answer as answers.js makes it, which says what each part means. */
interface SearchAnswer {
  count: number;
  all: number | null;
  more: number;
  most: { papers: number; words: number; of: number } | null;
  alike: number | null;
  named: boolean;
  parts: [word: string, papers: number][];
  filters: { filter: Partial<SearchRequest>; papers: number; both: number | null }[];
  typed: boolean;
  direct: Direct;
  notes: string[];
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

type ToWorker = OpenMessage | QueryMessage | FacetsMessage | TopicsMessage | WhyMessage;
type ToPage = ResultsMessage | CountedMessage | TopicNamesMessage | ReasonMessage | ErrorMessage;

interface Messages {
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

interface Archive {
  messages: Messages;
  /** The address of the site, and of the folder of the index. */
  root: URL;
  folder: URL;
  begin(again?: boolean): Session;
  openSearch?: (form: HTMLFormElement, input: HTMLInputElement, first: Session) => void;
  openClient(first: Session): Client;
  address: { read(queryString: string): Search; write(search: Partial<Search>): string };
  /** Parts without types so far. */
  [part: string]: any;
}

declare var archive: Archive;
