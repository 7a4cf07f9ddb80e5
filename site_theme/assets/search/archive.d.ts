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
  order?: string;
  /** The first result that is asked for, from 0, and how many. */
  offset: number;
  limit: number;
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
}

/** An answer as ranking.js makes it, which says what each part means. */
interface SearchAnswer {
  count: number;
  all: number | null;
  alike: boolean;
  typed: boolean;
  direct: Direct;
  notes: string[];
  items: SearchItem[];
}

interface OpenMessage { type: "open"; folder: string; manifest: string; again: boolean }
interface QueryMessage { type: "query"; id: number; request: SearchRequest }
interface TopicsMessage { type: "topics"; id: number }
interface ResultsMessage { type: "results"; id: number; answer: SearchAnswer }
interface TopicNamesMessage { type: "topicNames"; id: number; names: string[] }
interface ErrorMessage { type: "error"; id?: number; text: string; isStale: boolean }

type ToWorker = OpenMessage | QueryMessage | TopicsMessage;
type ToPage = ResultsMessage | TopicNamesMessage | ErrorMessage;

interface Messages {
  OFFLINE: string;
  open(folder: string, manifest: string, again: boolean): OpenMessage;
  query(id: number, request: SearchRequest): QueryMessage;
  topics(id: number): TopicsMessage;
  results(id: number, answer: SearchAnswer): ResultsMessage;
  topicNames(id: number, names: string[]): TopicNamesMessage;
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
  topics(): Promise<string[]>;
}

/** A search as an address tells it; `unread` are parts of the address that say nothing. */
interface Search extends Required<Omit<SearchRequest, "offset" | "limit">> {
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
