declare const checked: unique symbol;

/** What makes two links the same source. Compare these, never raw URLs. */
export type UrlIdentity = string & { readonly [checked]: "UrlIdentity" };
