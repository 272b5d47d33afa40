export const TARGETS = ["plain", "hugo", "jekyll", "astro", "quartz", "pandoc", "html", "rich"] as const;

/** Where an article goes. */
export type Target = (typeof TARGETS)[number];

/** What a target understands by itself; the rest is written in plain Markdown. */
export type Dialect = Readonly<{
	/** Property names of the front matter; null: none is written. */
	frontmatter: Readonly<{ title: string; date: string; extra: Readonly<Record<string, string>> }> | null;
	/** Callouts, highlights and wikilinks stay as the app writes them. */
	keepsObsidian: boolean;
	/** A list of all cited works at the end. */
	hasReferences: boolean;
	/** Where the article's file stands. */
	file(slug: string, day: string): string;
}>;

const SITE = { title: "title", date: "date", extra: {} };

export const DIALECTS: Readonly<Record<Target, Dialect>> = {
	plain: { frontmatter: null, keepsObsidian: false, hasReferences: true, file: (slug) => `${slug}.md` },
	hugo: { frontmatter: SITE, keepsObsidian: false, hasReferences: true, file: () => "index.md" },
	jekyll: {
		frontmatter: { ...SITE, extra: { layout: "post" } },
		keepsObsidian: false,
		hasReferences: true,
		file: (slug, day) => `${day}-${slug}.md`,
	},
	astro: {
		frontmatter: { title: "title", date: "pubDate", extra: {} },
		keepsObsidian: false,
		hasReferences: true,
		file: (slug) => `${slug}.md`,
	},
	quartz: { frontmatter: SITE, keepsObsidian: true, hasReferences: true, file: (slug) => `${slug}.md` },
	pandoc: {
		frontmatter: { ...SITE, extra: { bibliography: "references.bib" } },
		keepsObsidian: false,
		hasReferences: false,
		file: (slug) => `${slug}.md`,
	},
	html: { frontmatter: null, keepsObsidian: false, hasReferences: true, file: (slug) => `${slug}.html` },
	// For the clipboard: the article alone, no page around it.
	rich: { frontmatter: null, keepsObsidian: false, hasReferences: true, file: (slug) => `${slug}.html` },
};

/** Sites differ in their front matter alone. */
export const SITES = ["hugo", "astro", "jekyll", "quartz"] as const satisfies readonly Target[];

export type Site = (typeof SITES)[number];

/** A file name from a title: letters and digits of any script, hyphens between; at most 60 characters. */
export function slugOf(title: string): string {
	const words = title.normalize("NFC").toLowerCase().replace(/['’]/g, "");
	const slug = words.replace(/[^\p{L}\p{N}\p{M}]+/gu, "-").replace(/^-+|-+$/g, "");
	const cut = [...slug].slice(0, 60).join("").replace(/-+$/, "");
	return cut === "" ? "article" : cut;
}
