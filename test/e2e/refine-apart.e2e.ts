import { openHost, type Host } from "../host/open-host";
import { DRAFT, DRAFT_PATH, LOG_PATH, reviewOf, runsVault } from "./refine-vault";

/** What a chat might give back: prose around the JSON. */
const CHAT_ANSWER = `Sure, here is what I found:
\`\`\`json
{"edits": [{"b": 3, "k": "filler", "q": "It is important to note that a small batch", "r": "A small batch", "why": "Wind-up.", "ref": null},
{"b": 5, "k": "wordy", "q": "The run actually shrugged and", "r": "The run and", "why": "x", "ref": null}], "notes": []}
\`\`\`
Let me know!`;

describe("without a key", () => {
	let host: Host;
	let review: ReturnType<typeof reviewOf>;
	beforeAll(async () => {
		host = await openHost({ vault: runsVault(DRAFT.replace("the slope.", "the the slope.")) });
		review = reviewOf(host);
		await host.open(DRAFT_PATH);
	});

	it("lists the checks with what they found, says why no pass starts, and reviews the findings", async () => {
		await host.runCommand("Refine draft…");
		await host.see("You have no API key yet");
		await host.see("Doubled words");
		await host.see("for less than $0.01");
		expect(await host.page.$(".winnow-refine-pass input:not(:checked)")).toBeNull();
		await host.button("Review 1 finding").click();
		await host.see("twice in a row");
		await host.button("Back").click();
		await host.see("You have no API key yet");
		await host.press("Escape");
	});

	it("goes to the place of a finding by a key", async () => {
		await host.runCommand("Check draft without Claude");
		await host.page.waitForSelector(".winnow-refine-finding.is-focused");
		await host.press("Enter");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
		const selected = await host.page.evaluate(() => {
			const info = window.__host.app.workspace.activeEditor as {
				editor: { getSelection(): string };
			} | null;
			return info?.editor.getSelection() ?? "";
		});
		expect(selected).not.toBe("");
	});

	it("takes the answer of any chat through the same guards, and logs it as pasted", async () => {
		await host.runCommand("Refine draft…");
		await host.page.waitForSelector(".winnow-refine-paste");
		await host.button("Copy request").click();
		await host.see("is on the clipboard");
		await host.page.type(".winnow-refine-paste", "no answer");
		await host.button("Paste answer").click();
		await host.see("There is no answer in it");
		await host.page.$eval(
			".winnow-refine-paste",
			(field, text) => ((field as HTMLTextAreaElement).value = text),
			CHAT_ANSWER,
		);
		await host.button("Paste answer").click();
		// The second one takes a word the author protects: it is blocked, and not listed.
		await review.hasRows(1);
		await host.press("y", "Control+Enter");
		await host.noteSays(DRAFT_PATH, "\nA small batch is noisy.");
		await host.noteSays(LOG_PATH, /\| pasted \| pasted \|/);
		expect(host.readNote(DRAFT_PATH)).toContain("shrugged");
	});
});

describe("a review that is closed before it is done", () => {
	let host: Host;
	let review: ReturnType<typeof reviewOf>;
	beforeAll(async () => {
		host = await openHost({ vault: runsVault(), standIn: true });
		review = reviewOf(host);
		await review.start(DRAFT_PATH);
		await review.hasRows(7);
		await review.isRead();
		await host.press("y", "n");
		await host.press("Escape");
		await host.page.waitForFunction(() => document.querySelector(".modal") === null);
	});

	it("goes on where it was, also after the app was started anew", async () => {
		await host.restart();
		await host.open(DRAFT_PATH);
		await host.runCommand("Continue review");
		await review.hasRows(7);
		expect((await review.states()).slice(0, 3)).toEqual(["accepted", "rejected", "open"]);
		await host.press("Escape");
	});

	it("follows words that moved, and gives up those that changed", async () => {
		const moved = DRAFT.replace("# Runs\n", "# Runs\n\nA new first paragraph.\n").replace(
			"The run actually shrugged",
			"That run shrugged",
		);
		await host.writeOutside(DRAFT_PATH, moved);
		await host.page.waitForFunction(() =>
			document.querySelector(".cm-content")?.textContent?.includes("A new first"),
		);
		await host.runCommand("Continue review");
		await host.see("The draft changed since");
		await review.hasRows(7);
		const states = await review.states();
		expect(states[0]).toBe("accepted");
		expect(states).toContain("stale");
		await host.press("Control+Enter");
		await host.noteSays(DRAFT_PATH, "A new first paragraph.\n\nA small batch is noisy.");
		expect(host.readNote(DRAFT_PATH)).toBe(
			moved.replace("It is important to note that a small", "A small"),
		);
	});
});

describe("a draft edited while its review is open", () => {
	let host: Host;
	let review: ReturnType<typeof reviewOf>;
	beforeAll(async () => {
		host = await openHost({ vault: runsVault(), standIn: true });
		review = reviewOf(host);
		await review.start(DRAFT_PATH);
		await review.hasRows(7);
		await review.isRead();
	});

	it("keeps what was typed, applies what still stands, and says what does not", async () => {
		await host.press("y");
		await host.page.locator(".winnow-refine-list [role=option]:last-of-type").click();
		await host.press("y");
		// As in a pop-out window: the editor changes under the sheet.
		await host.page.evaluate(() => {
			const leaf = window.__host.app.workspace.getLeavesOfType("markdown")[0];
			const { editor } = leaf?.view as unknown as {
				editor: {
					getValue(): string;
					offsetToPos(at: number): unknown;
					replaceRange(text: string, from: unknown, to?: unknown): void;
				};
			};
			const start = editor.offsetToPos(editor.getValue().indexOf("It is important"));
			editor.replaceRange("Typed meanwhile. ", start);
			const at = editor.getValue().lastIndexOf("has the ability to");
			editor.replaceRange(
				"was able to",
				editor.offsetToPos(at),
				editor.offsetToPos(at + "has the ability to".length),
			);
		});
		await host.page.waitForFunction(
			() => document.querySelector(".winnow-refine-row.is-stale") !== null,
		);
		await host.press("Control+Enter");
		await host.see("1 no longer fits");
		await host.noteSays(DRAFT_PATH, "Typed meanwhile. A small batch is noisy.");
		await host.noteSays(DRAFT_PATH, "it was able to stop.");
	});
});

describe("on a phone", () => {
	it("folds the list behind its count and decides by two large buttons", async () => {
		const host = await openHost({ vault: runsVault(), standIn: true, phone: true });
		const review = reviewOf(host);
		await review.start(DRAFT_PATH);
		await review.hasRows(7);
		const isShown = (selector: string) =>
			host.page.$eval(selector, (element) => (element as HTMLElement).offsetHeight > 0);
		expect(await isShown(".winnow-refine-side")).toBe(false);
		const size = await host.page.$eval(
			".winnow-refine-thumb.is-check",
			(button) => button.getBoundingClientRect().height,
		);
		expect(size).toBeGreaterThanOrEqual(44);
		await host.page.locator(".winnow-refine-thumb.is-check").click();
		expect((await review.states())[0]).toBe("accepted");
		await host.see("1 of 7 · Cut");
		await host.page.locator("button.winnow-refine-where").click();
		expect(await isShown(".winnow-refine-side")).toBe(true);
		await host.page.locator(".winnow-refine-list [role=option]:last-of-type").click();
		expect(await isShown(".winnow-refine-side")).toBe(false);
		await host.page.locator("button.winnow-refine-act-narrow").click();
		await host.see("0 of 7 · Cut");
		await host.page.locator(".winnow-refine-thumb.is-check").click();
		await host.page.locator("button.winnow-refine-apply-top").click();
		await host.see("is in your draft");
		const wide = await host.page.evaluate(
			() => document.documentElement.scrollWidth - window.innerWidth,
		);
		expect(wide).toBeLessThanOrEqual(0);
	});
});
