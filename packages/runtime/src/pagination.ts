/**
 * How the pages of a list are asked for (`x-pagination`). Names are those of query parameters, and of properties of the
 * answer, where a dot leads into an object.
 */
export type Pagination =
  | {
      readonly style: "offset";
      readonly offset: string;
      readonly limit?: string;
      readonly items: string;
      readonly total?: string;
    }
  | {
      readonly style: "page";
      readonly page: string;
      readonly size?: string;
      /** The number of the first page. Default: 1. */
      readonly first?: number;
      readonly items: string;
      readonly total?: string;
    }
  | { readonly style: "cursor"; readonly cursor: string; readonly next: string; readonly items: string }
  | { readonly style: "link"; readonly next: string; readonly items: string }
  | { readonly style: "link-header"; readonly items?: string };
