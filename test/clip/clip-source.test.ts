import { SourceClipper, type ClipSourceParts, type ClipTarget } from "../../src/clip/clip-source";
import type { Request } from "../../src/clip/fetch-page";
import { readSource } from "../../src/source/read-source";
import type { Source } from "../../src/source/source";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import { MemoryFiles, vaultParts } from "../vault/memory-files";
import { article, toolsFor } from "./works";

const STATUS = { statusProperty: "status", newValues: "" };
const TARGET: ClipTarget = ({ title }) => ({ folder: "Sources", name: title, word: "", place: { projectName: null, category: "", statusProperty: "status" } });

/** A clipper over a web and a vault of its own; `start` ends the app's start-up. */
function desk(web: Readonly<Record<string, string>>, hasStarted = true) {
	const files = new MemoryFiles();
	const known = new Map<string, Source>();
	const asked: string[] = [];
	let start = (): void => undefined;
	const started = hasStarted ? Promise.resolve() : new Promise<void>((resolve) => (start = resolve));
	const request = (({ url }: { url: string }) => {
		asked.push(url);
		const body = new TextEncoder().encode(web[url] ?? "").buffer;
		return Promise.resolve({ status: url in web ? 200 : 404, headers: { "content-type": "text/html" }, arrayBuffer: body });
	}) as unknown as Request;
	const sources: ClipSourceParts["sources"] = {
		get: (path) => known.get(path) ?? null,
		byIdentity: (identity) => [...known.values()].filter((source) => source.identity === identity),
		expect: (path, values) => {
			const source = readSource(path, values, STATUS);
			if (source !== null && source !== "foreign") known.set(path, source);
			return { again: () => undefined, takeBack: () => undefined };
		},
	};
	const clipper = new SourceClipper({
		request,
		sources,
		ready: () => started,
		vault: createSafeVaultOn(vaultParts(files)),
		limits: () => ({ timeoutMs: 1000, maxBytes: 100_000 }),
		rest: () => Promise.resolve(),
		now: () => "2026-05-03T10:00:00+02:00",
		readingNotes: "Reading notes",
		selectionNote: "Only what was selected is here.",
		tools: { ...toolsFor({}), pageWord: String },
	});
	const clip = (url: string, more: Readonly<{ selection?: Readonly<{ title: string; html: string }> }> = {}) =>
		clipper.clip({ url, isTyped: true, ...more }, TARGET, new AbortController().signal);
	const notes = () => [...files.files.keys()].filter((path) => path.startsWith("Sources/"));
	return { clip, notes, asked, start: () => start(), text: (path: string) => files.files.get(path) ?? "", known };
}

beforeAll(() => Object.assign(globalThis, { window: globalThis }));
afterAll(() => Reflect.deleteProperty(globalThis, "window"));

const ONE = "https://mill.example/husks";
const PAGE = article("On husks", `<link rel="canonical" href="${ONE}">`, "");

describe("three clips of one work at the same moment, while the app starts", () => {
	it.each([
		["of one address", [ONE, `${ONE}#top`, "http://www.mill.example/husks/?utm_source=feed"]],
		["of three addresses that only the page knows as one", [ONE, "https://mill.example/print/7", "https://mill.example/m/husks-7"]],
	])("make one note: %s", async (_title, links) => {
		const { clip, notes, asked, start } = desk(Object.fromEntries(links.map((link) => [new URL(link).href.replace("#top", ""), PAGE])), false);
		const running = Promise.all(links.map((link) => clip(link)));
		await new Promise((resolve) => setTimeout(resolve, 0));
		expect(asked).toEqual([]); // before the vault is known nobody can tell what is new
		start();
		const outcomes = await running;
		expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["already-here", "already-here", "clipped"]);
		expect(notes()).toEqual(["Sources/On husks.md"]);
	});

	it("make none where the vault, once known, has the work", async () => {
		const { clip, notes, asked, start, known } = desk({ [ONE]: PAGE }, false);
		const running = Promise.all([ONE, ONE, ONE].map((link) => clip(link)));
		const here = readSource("Clippings/Husks.md", { source: ONE, status: "kept" }, STATUS);
		if (here === null || here === "foreign") throw new Error("no source");
		known.set(here.path, here);
		start();
		expect((await running).map(({ kind }) => kind)).toEqual(["already-here", "already-here", "already-here"]);
		expect([notes(), asked]).toEqual([[], []]);
	});
});

describe("a clip of a selection", () => {
	it("holds the selection alone, says so, and fetches nothing", async () => {
		const { clip, notes, asked, text } = desk({ [ONE]: PAGE });
		const outcome = await clip(ONE, { selection: { title: "On <husks>", html: "<p>Two people <em>take turns</em>; see <a href='/oats'>oats</a>.</p>" } });
		expect(outcome).toMatchObject({ kind: "clipped", note: { capture: "pasted", captureNote: "Only what was selected is here.", url: ONE } });
		expect(asked).toEqual([]);
		const note = text(notes()[0] ?? "");
		expect(note).toMatch(/^capture: pasted$/m);
		expect(note).toMatch(/^capture-note: Only what was selected is here\.$/m);
		expect(note.slice(note.indexOf("\n---\n") + 5).trim()).toBe("Two people *take turns*; see [oats](https://mill.example/oats).");
	});
});
