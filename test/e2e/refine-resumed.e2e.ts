import { longDraft } from "../bench/long-draft";
import { openHost, type Host } from "../host/open-host";
import { DRAFT_PATH, reviewOf, runsVault } from "./refine-vault";

/** Every suggestion of the made draft changes one sentence that nothing else in it resembles. */
const { text, edits } = longDraft(6_000, 160);
const NEW = "A paragraph that came by sync. Note item0x0 was mentioned here, too.";

/**
 * What the other device did: a new beginning, every ninth paragraph gone, some sentences put otherwise, one paragraph
 * twice, and the last section moved to the front.
 */
function edited(draft: string): string {
	const blocks = draft.trimEnd().split("\n\n");
	const last = blocks.map((block) => block.startsWith("## ")).lastIndexOf(true);
	const moved = [...blocks.slice(last), ...blocks.slice(0, last)];
	const kept = moved.filter((block, at) => at % 9 !== 4 || block.startsWith("## "));
	const put = kept.map((block, at) =>
		at % 7 === 3 ? block.replace("was very noisy", "was quite loud") : block,
	);
	return `${[NEW, ...put, put[6] ?? ""].join("\n\n")}\n`;
}

describe("a long review that is taken up again", () => {
	let host: Host;
	let review: ReturnType<typeof reviewOf>;
	const decide = (count: number): Promise<void> =>
		host.page.evaluate(async (wanted) => {
			const keys = ["y", "y", "y", "n"];
			for (let pressed = 0; pressed < wanted; pressed++) {
				const key = keys[pressed % keys.length];
				document
					.querySelector(".winnow-refine-list")
					?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
				if (pressed % 20 === 0) await new Promise((resolve) => window.setTimeout(resolve));
			}
		}, count);
	const restart = async (): Promise<void> => {
		await host.restart();
		await host.open(DRAFT_PATH);
		await host.runCommand("Continue review");
		await review.hasRows(edits.length);
	};
	const counts = async (): Promise<Record<string, number>> => {
		const found: Record<string, number> = {};
		for (const state of await review.states()) found[state] = (found[state] ?? 0) + 1;
		return found;
	};
	beforeAll(async () => {
		host = await openHost({
			vault: runsVault(text),
			standIn: {
				answer: (_pass: string, asked: string) => {
					const range = /Answer for blocks (\d+)-(\d+)/.exec(asked);
					const [from, to] = [Number(range?.[1] ?? 1), Number(range?.[2] ?? 1e9)];
					return { edits: edits.filter(({ b }) => from <= b && b <= to), notes: [] };
				},
			},
		});
		review = reviewOf(host);
		await review.start(DRAFT_PATH);
		await review.isRead();
		await review.hasRows(edits.length);
	});

	it("keeps every decision over a restart", async () => {
		await decide(100);
		const before = await counts();
		await host.press("Escape");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
		await restart();
		expect(await counts()).toEqual(before);
		await decide(40);
		expect(host.readNote(DRAFT_PATH)).toBe(text);
		await host.press("Escape");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
	});

	it("follows its words through sync, gives up those that changed, and changes nothing else", async () => {
		const now = edited(text);
		await host.writeOutside(DRAFT_PATH, now);
		await restart();
		const states = await review.states();
		expect(states.filter((state) => state === "stale").length).toBeGreaterThan(10);
		const accepted = edits.filter((_, at) => states[at] === "accepted");
		expect(accepted.length).toBeGreaterThan(60);
		await host.press("Control+Enter");
		await host.see("are in your draft");
		// Each accepted sentence as it should read, once, where it stands alone; all else byte for byte.
		let expected = now;
		for (const { q, r } of accepted) {
			expect(now.split(q)).toHaveLength(2);
			expected = expected.replace(q, r);
		}
		await host.noteSays(DRAFT_PATH, /was noisy/);
		expect(host.readNote(DRAFT_PATH)).toBe(expected);
	});

	it("is taken back as one", async () => {
		await host.page.locator(".winnow-refine-foot button:not(.mod-cta)").click();
		await host.see("Taken back");
		expect(host.readNote(DRAFT_PATH)).toBe(edited(text));
	});
});
