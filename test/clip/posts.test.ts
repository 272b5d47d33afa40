import fc from "fast-check";
import { numberOf, postsOfText } from "../../src/clip/kind-x";
import { pastedWork } from "../../src/clip/pasted-work";
import { readLocalFile } from "../../src/clip/local-file";
import { parse, toolsFor, work, type Answers } from "./works";

const URL_OF = "https://x.com/ada/status/101";
const syndicated = (id: string, text: string, more: object = {}) => ({ id_str: id, text, created_at: "2025-01-02T03:04:05.000Z", user: { name: "Ada Rye", screen_name: "ada" }, ...more });

/** The embed's answers by id, whatever number the address carries beside it. */
function embed(posts: Readonly<Record<string, object>>): Answers {
	return new Proxy({}, { get: (_, url: string) => (url.includes("cdn.syndication") ? stringOf(posts[new URL(url).searchParams.get("id") ?? ""]) : undefined) });
}
const stringOf = (value: object | undefined) => (value === undefined ? undefined : JSON.stringify(value));

describe("a post of X", () => {
	it("is its text, links in full, with pictures, author and date", async () => {
		const post = syndicated("101", "Wind is free: https://t.co/a &amp; more\n\nSee #husks <% x %> ![[Diary]]", {
			entities: { urls: [{ url: "https://t.co/a", expanded_url: "https://www.mill.example/husks?a=1" }] },
			mediaDetails: [{ media_url_https: "https://pbs.twimg.com/media/a.jpg" }, { media_url_https: "javascript:alert(1)" }],
		});
		const note = await work(URL_OF, embed({ "101": post }));
		expect(note).toMatchObject({ title: "Ada Rye: Wind is free: & more See #husks <% x %> ![[Diary]]", authors: ["Ada Rye"], kind: "post", site: "X", published: "2025-01-02T03:04:05.000Z", capture: "partial", captureNote: "one-post" });
		expect(note.markdown).toBe("Wind is free: [mill.example/husks?a=1](https://www.mill.example/husks?a=1) & more\n\nSee \\#husks &lt;% x %> !\\[\\[Diary\\]\\]\n\n![](https://pbs.twimg.com/media/a.jpg)");
	});

	it("at the end of a thread brings the whole thread, and says when it is not the end", async () => {
		const posts = {
			"99": syndicated("99", "1/3 Wind."),
			"100": syndicated("100", "2/3 Sheets.", { in_reply_to_status_id_str: "99", in_reply_to_screen_name: "ada" }),
			"101": syndicated("101", "3/3 Baskets.", { in_reply_to_status_id_str: "100", in_reply_to_screen_name: "ada" }),
		};
		expect(await work(URL_OF, embed(posts))).toMatchObject({ capture: "full", markdown: "1/3 Wind.\n\n---\n\n2/3 Sheets.\n\n---\n\n3/3 Baskets." });
		expect(await work("https://twitter.com/ada/status/100", embed(posts))).toMatchObject({ capture: "partial", captureNote: "posts 2", title: "Ada Rye: 1/3 Wind." });
	});

	it("that answers somebody else stays alone; a long one says that it is cut", async () => {
		const answer = syndicated("101", "No, baskets.", { in_reply_to_status_id_str: "7", in_reply_to_screen_name: "ben", note_tweet: { id: "x" } });
		const asked: string[] = [];
		expect(await work(URL_OF, embed({ "101": answer }), asked)).toMatchObject({ captureNote: "one-post post-cut" });
		expect(asked).toHaveLength(1);
	});

	it("comes from the older embed where the newer refuses, and from nowhere says that X wants a login", async () => {
		const oembed = "https://publish.twitter.com/oembed?omit_script=1&url=https%3A%2F%2Ftwitter.com%2Fi%2Fstatus%2F101";
		const html = '<blockquote class="twitter-tweet"><p lang="en">1/ Wind is free.<br>And dry.</p>&mdash; Ada</blockquote>';
		expect(await work(URL_OF, { [oembed]: JSON.stringify({ author_name: "Ada Rye", author_url: "https://twitter.com/ada", html }) })).toMatchObject({ title: "Ada Rye: 1/ Wind is free. And dry.", markdown: "1/ Wind is free.  \nAnd dry." });
		await expect(work(URL_OF, { [oembed]: "{}" })).rejects.toThrow("wall");
	});
});

const tweet = (name: string, handle: string, text: string, more = "") =>
	`<article data-testid="tweet"><div data-testid="User-Name"><span>${name}</span><span>@${handle}</span><time datetime="2025-01-02T03:04:05.000Z">Jan 2</time></div><div data-testid="tweetText">${text}</div>${more}<div role="group">12 likes</div></article>`;

describe("a page of X that a browser showed", () => {
	const page = `<html><body>${tweet("Ada Rye", "ada", '1/7 Wind <img alt="🌾" src="x.svg"><br>is free')}${tweet("Ada Rye", "ada", "2/7 Sheets")}${tweet("Ada Rye", "ada", "3/7 Baskets")}${tweet("Ada Rye", "ada", "4/7 Fans")}${tweet("Ben Oat", "ben", "Nonsense!")}</body></html>`;

	it("pasted is the thread of its author, and says how much of it", () => {
		const note = pastedWork(URL_OF, { kind: "html", content: page }, toolsFor({}));
		expect(note?.facts).toMatchObject({ authors: ["Ada Rye"], captureNote: "posts 4", published: "2025-01-02T03:04:05.000Z" });
		expect(note?.markdown).toMatch(/^1\/7 Wind 🌾 {2}\nis free\n\n---\n\n2\/7 Sheets/);
		expect(note?.markdown).not.toMatch(/Nonsense|likes/);
	});

	it("saved as a file is the same", async () => {
		const bytes = new TextEncoder().encode(`<!doctype html><!-- saved from url=(0030)${URL_OF} -->${page}`);
		const saved = await readLocalFile({ name: "x.html", vaultPath: null, bytes: bytes.buffer }, { ...toolsFor({}), pageWord: String });
		expect(saved.ok && saved.value.facts).toMatchObject({ url: URL_OF, captureNote: "posts 4" });
	});

	it("copied as text loses names, times and counts", () => {
		const text = "Ada Rye\n@ada\n·\nJan 2\n1/2 Wind is free.\n\nAnd dry.\n12\n34\n5.6K\nAda Rye\n@ada\n·\nJan 2\n2/2 Baskets.\nShow more\n3\nBen Oat\n@ben\n·\n1h\nNonsense!";
		const note = pastedWork(URL_OF, { kind: "text", content: text }, toolsFor({}));
		expect(note).toMatchObject({ facts: { capture: "full", authors: ["Ada Rye"] }, markdown: "1/2 Wind is free.\n\nAnd dry.\n\n---\n\n2/2 Baskets." });
	});

	it("in another language, or none at all, is read as far as it goes", () => {
		expect(postsOfText("王麦\n@mai\n·\n2025年1月2日\n风是免费的。\n显示更多\n1.2万").map(({ text }) => text)).toEqual(["风是免费的。"]);
		expect(pastedWork(URL_OF, { kind: "text", content: "Only words." }, toolsFor({}))).toBeNull();
		fc.assert(fc.property(fc.string(), (text) => expect(Array.isArray(postsOfText(`a\n@b\n${text}`))).toBe(true)));
	});
});

it.each([
	["3/7 Fans", { at: 3, of: 7 }],
	["(3/7) Fans", { at: 3, of: 7 }],
	["Fans 3/7", { at: 3, of: 7 }],
	["3/ Fans", { at: 3, of: null }],
	["9/7 is a date", null],
	["1.5/2 kg", null],
	["Fans", null],
])("%s is numbered %j", (text, number) => {
	expect(numberOf(text)).toEqual(number);
});

describe("a film", () => {
	const page = (player: object) => `<html><head><title>x - YouTube</title></head><body><script>var ytInitialPlayerResponse = ${JSON.stringify(player)};var meta = {};</script></body></html>`;
	const address = "https://www.youtube.com/watch?v=abcdefghijk";
	const player = (more: object = {}) => ({
		videoDetails: { title: "Husks {in} \"wind\"", author: "Ada Rye", lengthSeconds: "754", shortDescription: "How to <% x %> winnow.\n\n0:00 Start\n02:05 - Baskets [[x]]\n10:00 End\n\nMore at https://mill.example" },
		microformat: { playerMicroformatRenderer: { publishDate: "2025-01-02T03:04:05-08:00" } },
		captions: { playerCaptionsTracklistRenderer: { captionTracks: [{ baseUrl: "https://www.youtube.com/api/timedtext?v=abcdefghijk&lang=en", languageCode: "en", kind: "asr" }, { baseUrl: "/api/timedtext?v=abcdefghijk&lang=de", languageCode: "de" }] } },
		...more,
	});
	const german = "https://www.youtube.com/api/timedtext?v=abcdefghijk&lang=de&fmt=json3";
	const captions = { events: [{ tStartMs: 0, segs: [{ utf8: "Willkommen" }, { utf8: " hier." }] }, { tStartMs: 125_000, segs: [{ utf8: "Ein Korb" }] }, { tStartMs: 130_000, segs: [{ utf8: "aus [[Weide]]." }] }, { tStartMs: 140_000 }] };

	it("is its description, and what is said in it under its chapters", async () => {
		for (const link of ["https://youtu.be/abcdefghijk?si=x", "https://m.youtube.com/watch?v=abcdefghijk&t=3", "https://www.youtube.com/shorts/abcdefghijk"]) {
			const film = await work(link, { [address]: page(player()), [german]: JSON.stringify(captions) });
			expect(film).toMatchObject({ title: 'Husks {in} "wind"', authors: ["Ada Rye"], published: "2025-01-02T03:04:05-08:00", kind: "video", site: "YouTube", language: "de", capture: "full", url: address });
			expect(film.markdown).toBe(
				`![](${address})\n\nAda Rye · 12:34\n\nHow to &lt;% x %> winnow.\n\nMore at https\\://mill.example\n\n## Transcript\n\n### Start\n\n[0:00](${address}&t=0s) Willkommen hier.\n\n### Baskets \\[\\[x\\]\\]\n\n[2:05](${address}&t=125s) Ein Korb aus \\[\\[Weide\\]\\].`.replace("https\\:", "https:"),
			);
		}
	});

	it("without captions lists its chapters and says what is missing", async () => {
		const film = await work(address, { [address]: page(player({ captions: undefined })) });
		expect(film).toMatchObject({ capture: "partial", captureNote: "no-transcript" });
		expect(film.markdown).toContain(`## Chapters\n\n- [0:00](${address}&t=0s) Start\n- [2:05](${address}&t=125s) Baskets`);
	});

	it("reads chapters through any number of blanks, and ends", async () => {
		const blanks = " ".repeat(50_000);
		const shortDescription = `0:00${blanks}Start\nGrain${blanks}in wind\nBaskets${blanks}in use${blanks}2:05\n10:00 End`;
		const film = await work(address, { [address]: page({ videoDetails: { title: "Husks", shortDescription } }) });
		expect(film.markdown).toContain(`- [0:00](${address}&t=0s) Start\n- [2:05](${address}&t=125s) Baskets in use\n- [10:00](${address}&t=600s) End`);
		expect(film.markdown.match(/Baskets/g)).toHaveLength(1);
	});

	it("asks nobody but YouTube for captions", async () => {
		const asked: string[] = [];
		await work(address, { [address]: page(player({ captions: { playerCaptionsTracklistRenderer: { captionTracks: [{ baseUrl: "https://evil.example/api/timedtext" }, { baseUrl: "http://127.0.0.1/" }] } } })) }, asked);
		expect(asked).toEqual([address]);
	});

	it("behind a wall is its title, and behind nothing a failure", async () => {
		const oembed = `https://www.youtube.com/oembed?format=json&url=${encodeURIComponent(address)}`;
		expect(await work(address, { [address]: "<html>Before you continue</html>", [oembed]: JSON.stringify({ title: "Husks", author_name: "Ada Rye" }) })).toMatchObject({ title: "Husks", authors: ["Ada Rye"], capture: "partial" });
		await expect(work(address, {})).rejects.toThrow("gone");
	});

	it.each(["0:00\nWelcome here.\n0:05\nA basket.\n1:02:03\nThe end.", "[0:00] Welcome here.\n[0:05] A basket.\n[1:02:03] The end.", "1\n00:00:00,000 --> 00:00:05,000\nWelcome here.\n\n2\n00:00:05,000 --> 00:00:09,000\nA basket.\n\n3\n01:02:03,000 --> 01:02:09,000\nThe end."])("takes a pasted transcript: %j", (content) => {
		const film = pastedWork(address, { kind: "text", content }, toolsFor({}));
		expect(film?.markdown).toContain(`[0:00](${address}&t=0s) Welcome here. A basket.\n\n[1:02:03](${address}&t=3723s) The end.`);
		expect(pastedWork(address, { kind: "text", content: "No times in here." }, toolsFor({}))).toBeNull();
	});
});

it("nothing that is pasted for a post breaks the reading", () => {
	fc.assert(fc.property(fc.string(), (html) => pastedWork(URL_OF, { kind: "html", content: `<p>${html}` }, { ...toolsFor({}), parse }) === null || true));
});
