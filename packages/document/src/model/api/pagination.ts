/** `x-pagination`. Names are those of query parameters and of properties of the answer; a property may be a dotted path. */
export type Pagination = OffsetPagination | PagePagination | CursorPagination | LinkPagination | LinkHeaderPagination;

export interface OffsetPagination {
  readonly style: "offset";
  readonly offset: string;
  readonly limit: string | undefined;
  readonly items: string;
  readonly total: string | undefined;
}

export interface PagePagination {
  readonly style: "page";
  readonly page: string;
  readonly size: string | undefined;
  /** The number of the first page. Default: 1. */
  readonly first: number;
  readonly items: string;
  readonly total: string | undefined;
}

export interface CursorPagination {
  readonly style: "cursor";
  /** The query parameter. */
  readonly cursor: string;
  /** The property of the answer that holds the next cursor. */
  readonly next: string;
  readonly items: string;
}

export interface LinkPagination {
  readonly style: "link";
  /** The property of the answer that holds the URL of the next page. */
  readonly next: string;
  readonly items: string;
}

export interface LinkHeaderPagination {
  readonly style: "link-header";
  /** The property of the answer that holds the items; the whole answer where it is undefined. */
  readonly items: string | undefined;
}
