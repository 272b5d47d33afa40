import { openHost, type Host } from "../host/open-host";
import { DRAFT, DRAFT_PATH, FOLDER, reviewOf, runsVault } from "./refine-vault";

const SIZE = { width: 1440, height: 900 };

describe("the list beside the page", () => {
	let host: Host;
	let review: ReturnType<typeof reviewOf>;
	const shownRows = (): Promise<number> =>
		host.page.$$eval(
			".winnow-refine-list:not(.is-for-questions) [role=option]",
			(all) => all.filter((row) => (row as HTMLElement).offsetHeight > 0).length,
		);
	beforeAll(async () => {
		host = await openHost({ vault: runsVault(), standIn: true, size: SIZE });
		review = reviewOf(host);
		await review.start(DRAFT_PATH);
		await review.hasRows(7);
		await review.isRead();
	});

	it("reads as a turn and what it becomes", async () => {
		const words = await host.page.$$eval(
			".winnow-refine-list [role=option]:nth-of-type(2) .winnow-refine-row-change > *",
			(all) => all.map((one) => `${one.tagName} ${one.textContent ?? ""}`),
		);
		expect(words).toEqual(["DEL It is important to note that a", "INS A"]);
	});

	it("folds and unfolds the section in focus by keys, and moves past what is folded", async () => {
		await host.press("ArrowLeft");
		expect(await shownRows()).toBe(3);
		await host.press("j");
		expect(await review.focused()).toContain("actually");
		await host.press("k");
		expect(await review.focused()).toContain("actually");
		await host.page.locator(".winnow-refine-group.is-folded").click();
		expect(await shownRows()).toBe(7);
	});

	it("tells the keys as this computer names them", async () => {
		await host.press("?");
		await host.see("these keys");
		const caps = await host.page.$$eval(".winnow-keys kbd", (all) =>
			all.map((one) => one.textContent ?? ""),
		);
		expect(caps.join(" ")).not.toContain("Mod");
		expect(caps).toContain("Ctrl Enter");
		await host.press("Escape");
	});
});

describe("a reading that takes its time", () => {
	it("pauses after the part under way, and goes on", async () => {
		const part = (nth: number) =>
			`## Part ${nth}\n\n${"Nothing here needs another word at all today. ".repeat(300)}`;
		const long = `# Long\n\n${[1, 2, 3, 4].map(part).join("\n\n")}\n`;
		const host = await openHost({
			vault: runsVault(long),
			standIn: { cps: 60, answer: () => ({ edits: [], notes: [] }) },
			size: SIZE,
		});
		const review = reviewOf(host);
		await review.start(DRAFT_PATH);
		await host.button("Pause").click();
		await host.see("Paused after part");
		const asked = host.standIn?.state.requests.length ?? 0;
		expect(asked).toBeLessThan(4);
		const toCome = () =>
			host.page.$$eval(".winnow-refine-pending-row.is-waits", (rows) =>
				rows.map((row) => row.textContent),
			);
		expect(await toCome()).toContain("Part 4");
		await host.button("Continue").click();
		await host.see("nothing to change");
		expect(await toCome()).toEqual([]);
		expect(host.standIn?.state.requests.length).toBe(4);
	});
});

describe("a paragraph that was written anew meanwhile", () => {
	it("is asked about again, as it is now, and the decisions on the others stay", async () => {
		const host = await openHost({ vault: runsVault(), standIn: true, size: SIZE });
		const review = reviewOf(host);
		await review.start(DRAFT_PATH);
		await review.hasRows(7);
		await review.isRead();
		await host.press("y");
		const changed = DRAFT.replace(
			"The run actually shrugged and kept learning.",
			"The run shrugged, and it basically kept on learning for a week.",
		).replace("# Runs\n", "# Runs\n\nA new first paragraph.\n");
		await host.writeOutside(DRAFT_PATH, changed);
		await host.page.waitForSelector(".winnow-refine-row.is-stale");
		await host.page.locator(".winnow-refine-row.is-stale").click();
		const before = host.standIn?.state.requests.length ?? 0;
		await host.press("a");
		await host.page.waitForFunction(
			() => document.querySelector(".winnow-refine-row.is-stale") === null,
		);
		await review.isRead();
		await host.page.waitForFunction(() =>
			[...document.querySelectorAll(".winnow-refine-row del")].some((one) =>
				one.textContent?.includes("basically"),
			),
		);
		expect((host.standIn?.state.requests.length ?? 0) - before).toBe(1);
		const asked = JSON.stringify(host.standIn?.state.requests.at(-1));
		expect(asked).toContain("kept on learning for a week");
		expect(/Answer for blocks (\d+)-\1 only/.test(asked)).toBe(true);
		expect(await review.states()).toContain("accepted");
		await host.press("Control+Enter");
		await host.noteSays(DRAFT_PATH, "A new first paragraph.\n\nA small batch is noisy.");
	});
});

describe("what nobody may touch", () => {
	it("travels with every pass, and a suggestion that touches it is blocked", async () => {
		const notes = runsVault();
		const project = notes[`${FOLDER}/Runs.md`]?.replace(
			"my-words:",
			"protected:\n  - So everybody believed it, due to the fact that\nmy-words:",
		);
		const host = await openHost({
			vault: { ...notes, [`${FOLDER}/Runs.md`]: project ?? "" },
			standIn: true,
			size: SIZE,
		});
		const review = reviewOf(host);
		const passes = ["Cut", "Connect", "Questions: logic and background", "Typos"];
		await review.start(DRAFT_PATH, passes);
		await review.isRead();
		const asked = (host.standIn?.state.requests ?? []).map((one) => JSON.stringify(one));
		expect(asked.length).toBeGreaterThanOrEqual(5);
		for (const one of asked) {
			expect(one).toContain("People with one machine.");
			expect(one).toContain("shrugged");
			expect(one).toContain("So everybody believed it, due to the fact that");
		}
		const rows = await host.page.$$eval(".winnow-refine-list [role=option]", (all) =>
			all.map((row) => row.textContent ?? ""),
		);
		expect(rows.some((row) => row.includes("due to the fact"))).toBe(false);
		await host.press("f");
		await host.page.select(".winnow-refine-tools select", "blocked");
		await host.see("This passage is protected");
		await host.page.locator(".winnow-refine-list").click();
		await host.press("y");
		expect(await review.states()).not.toContain("accepted");
	});
});

describe("a section that is turning into the model's", () => {
	const PLAIN = Array.from(
		{ length: 12 },
		(_, nth) => `We looked at the slope on day ${nth + 1} and wrote down what it was.`,
	);
	const text = `---\nproject: "[[Runs]]"\n---\n# Runs\n\n${PLAIN.join("\n\n")}\n\n## After\n\nBasically, that was all of it.\n`;
	const edits = PLAIN.slice(0, 9).map((line, nth) => ({
		b: nth + 3,
		k: "wordy",
		q: line,
		r: `We measured progress, day ${nth + 1}.`,
		why: "Shorter.",
		ref: null,
	}));
	it("is held back, looked at again or left out; nothing is written before", async () => {
		const host = await openHost({
			vault: {
				...runsVault(text),
				"Research/Passes/Short.md":
					"---\ntype: refine-pass\nname: Short\nkinds: [wordy]\n---\nSay it shorter.\n",
			},
			standIn: { answer: () => ({ edits, notes: [] }) },
			size: SIZE,
		});
		const review = reviewOf(host);
		await review.start(DRAFT_PATH, ["Short"]);
		await review.hasRows(9);
		await review.isRead();
		for (let nth = 0; nth < 9; nth++) await host.press("y");
		await host.see("9 accepted");
		await host.press("Control+Enter");
		await host.see("turning into the model's");
		await host.button("Look again").click();
		await host.see("6 accepted");
		expect(host.readNote(DRAFT_PATH)).toBe(text);
		await host.press("y", "y", "y", "Control+Enter");
		await host.button("Apply all the same").click();
		await host.noteSays(DRAFT_PATH, "We measured progress, day 9.");
	});
});
