export type Side = "canvas" | "draft";

/** One difference that has a clear direction. `id` is stable for a pair of files. */
export type HeadingChange = Readonly<{ id: string; heading: string }> &
	Readonly<
		| { kind: "rename"; to: Side; section: string; was: string }
		| { kind: "level"; to: Side; section: string; level: number }
		/** All sections that stand elsewhere: an order is taken over as a whole. */
		| { kind: "move"; to: Side; count: number }
		| { kind: "add"; to: Side; section: string | null }
	>;

/** A difference only the author can decide. Answered with a side, whose state then holds. */
export type HeadingAsk = Readonly<{ id: string; heading: string }> &
	Readonly<
		| { kind: "both-renamed"; section: string; canvas: string; draft: string }
		| { kind: "both-moved" }
		/** The draft no longer has the heading. `draft`: ungroup the section, its cards stay. `canvas`: add it again. */
		| { kind: "gone-in-draft"; section: string }
	>;

export type Chosen = HeadingChange | Readonly<{ id: string; kind: "ungroup"; section: string }>;
