import { createHash } from "node:crypto";
import type { Request } from "../../src/clip/fetch-page";
import { ImageSaver, type ImageStore } from "../../src/clip/save-images";
import { createSafeVaultOn } from "../../src/vault/safe-vault-store";
import { MemoryFiles, vaultParts } from "../vault/memory-files";

const PNG = (body: string): string => `\x89PNG\r\n\x1a\n${body}`;
const bufferOf = (text: string): ArrayBuffer => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0))).buffer;

type Answer = string | number | ((headers: Readonly<Record<string, string>>) => string | number);

function desk(note: string, web: Readonly<Record<string, Answer>>, stored: Record<string, string> = {}) {
	const files = new MemoryFiles({ "Sources/N.md": note });
	const vault = createSafeVaultOn(vaultParts(files));
	const asked: string[] = [];
	const request = (({ url, headers = {} }: { url: string; headers?: Record<string, string> }) => {
		asked.push(headers["Referer"] === undefined ? url : `${url} from ${headers["Referer"]}`);
		const found = web[url];
		const answer = typeof found === "function" ? found(headers) : (found ?? 404);
		if (answer === 0) return Promise.reject(new Error("net::ERR"));
		const body = bufferOf(typeof answer === "string" ? answer : "");
		return Promise.resolve({ status: typeof answer === "string" ? 200 : answer, headers: {}, arrayBuffer: body });
	}) as unknown as Request;
	const store: ImageStore = {
		endingWith: (ending) => Object.keys(stored).filter((path) => path.endsWith(ending)),
		read: (path) => Promise.resolve(bufferOf(stored[path] ?? "")),
		add: (name, notePath, bytes) => {
			const path = `${notePath.slice(0, notePath.lastIndexOf("/"))}/att/${name}`;
			stored[path] = String.fromCharCode(...new Uint8Array(bytes));
			return Promise.resolve(path);
		},
		embed: (path, _, alt) => `![[${path.split("/").pop() ?? ""}${alt === "" ? "" : `|${alt}`}]]`,
	};
	const saver = new ImageSaver({
		request,
		vault,
		store,
		limits: () => ({ timeoutMs: 1000, maxBytes: 100 }),
		digest: (bytes) => Promise.resolve(new Uint8Array(createHash("sha256").update(new Uint8Array(bytes)).digest()).buffer),
		xml: { parse: () => ({}) as Document, print: () => "" },
	});
	const save = (wanted: ReadonlySet<string> | null = null, page = "https://page.example/a") => saver.save("Sources/N.md", page, wanted, new AbortController().signal);
	return { save, asked, stored, text: () => files.files.get("Sources/N.md") ?? "" };
}

beforeAll(() => Object.assign(globalThis, { window: globalThis }));
afterAll(() => Reflect.deleteProperty(globalThis, "window"));

describe("pictures of a note are saved", () => {
	it("under readable names with the right ending, and linked", async () => {
		const { save, text, stored } = desk("![Loss curve](https://i.example/fig%201.jpg?w=9)\n", { "https://i.example/fig%201.jpg?w=9": PNG("a") });
		expect(await save()).toMatchObject({ saved: 1, failed: [], created: [{ bytes: 9 }] });
		expect(Object.keys(stored)).toEqual([expect.stringMatching(/^Sources\/att\/fig-1-[0-9a-f]{10}\.png$/)]);
		expect(text()).toMatch(/^!\[\[fig-1-[0-9a-f]{10}\.png\|Loss curve\]\]\n$/);
	});

	it("once, where two addresses or an earlier clip have the same bytes", async () => {
		const web = { "https://i.example/a.png": PNG("same"), "https://i.example/b.png": PNG("same") };
		const first = desk("![](https://i.example/a.png) ![](https://i.example/b.png)", web);
		expect(await first.save()).toMatchObject({ saved: 2, created: [expect.anything()] });
		const second = desk("![](https://i.example/b.png)", web, first.stored);
		expect(await second.save()).toMatchObject({ saved: 1, created: [] });
		expect(Object.keys(second.stored)).toHaveLength(1);
	});

	it("not where the bytes are no picture, too large, private, or the site says no; each says why and stays", async () => {
		const note = ["html", "large", "gone"].map((name) => `![](https://i.example/${name})`).join("\n") + "\n![](http://192.168.1.1/x.png)";
		const { save, text, asked } = desk(note, { "https://i.example/html": "<html>login</html>", "https://i.example/large": PNG("x".repeat(200)) });
		const { failed, saved } = await save();
		expect(saved).toBe(0);
		expect(failed.map(({ why }) => why.kind)).toEqual(["not-an-image", "too-large", "gone", "private"]);
		expect(text()).toBe(note);
		expect(asked.some((url) => url.includes("192.168"))).toBe(false);
	});

	it("with the page as referer only where a site asks for it", async () => {
		const { save, asked } = desk("![](https://i.example/a.png) ![](https://i.example/b.png)", {
			"https://i.example/a.png": PNG("a"),
			"https://i.example/b.png": (headers) => (headers["Referer"] === undefined ? 403 : PNG("b")),
		});
		expect((await save()).saved).toBe(2);
		expect(asked).toEqual(["https://i.example/a.png", "https://i.example/b.png", "https://i.example/b.png from https://page.example/a"]);
	});

	it("and a dead host is not asked for each of its pictures", async () => {
		const { save, asked } = desk(Array.from({ length: 20 }, (_, index) => `![](https://dead.example/${index}.png)`).join("\n"), Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`https://dead.example/${index}.png`, 0])));
		expect((await save()).failed).toHaveLength(20);
		expect(asked).toHaveLength(3);
	});

	it("only as far as the person picked", async () => {
		const { save, text } = desk("![](https://i.example/a.png) ![](https://i.example/b.png)", { "https://i.example/a.png": PNG("a"), "https://i.example/b.png": PNG("b") });
		await save(new Set(["https://i.example/b.png"]));
		expect(text()).toMatch(/^!\[\]\(https:\/\/i\.example\/a\.png\) !\[\[b-[0-9a-f]{10}\.png\]\]$/);
	});

	it("with a description that is no size and opens nothing", async () => {
		const { save, text } = desk("![300](https://i.example/a.png) ![a \\| b](https://i.example/b.png)", { "https://i.example/a.png": PNG("a"), "https://i.example/b.png": PNG("b") });
		await save();
		expect(text()).toMatch(/^!\[\[a-\w{10}\.png\]\] !\[\[b-\w{10}\.png\|a b\]\]$/);
	});
});
