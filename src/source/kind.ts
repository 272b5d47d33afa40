export const KINDS = [
	"article",
	"paper",
	"post",
	"thread",
	"video",
	"course",
	"repository",
	"book",
	"file",
] as const;

/** What sort of work a source is. */
export type Kind = (typeof KINDS)[number];

export const CAPTURES = ["full", "partial", "teaser", "pasted", "link"] as const;

/** How much of the work the note holds. */
export type Capture = (typeof CAPTURES)[number];
