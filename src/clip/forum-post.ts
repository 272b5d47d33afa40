/**
 * One post of a thread. `when` is the date as the page writes it, "" where it shows none.
 */
export type Post = Readonly<{ element: Element; body: Element; author: string; date: string | null; when: string }>;
