import type { Page } from "puppeteer-core";
import { openHost, type Host } from "../host/open-host";
import { pathOf, projectWith, sourceNote } from "./inbox-vault";

const COUNT = 300;

type Decided = Readonly<{ number: number; status: "kept" | "deleted"; reason: string }>;

/** What a person means to do: the rows that wait, the one with the focus, and what was decided in which act. */
class Plan {
	private waiting = Array.from({ length: COUNT }, (_, index) => index + 1);
	private at = 0;
	/** After a decision the focus goes on the way the person walked. */
	private travel: 1 | -1 = 1;
	private readonly acts: (readonly Decided[])[] = [];

	get focus(): number {
		const number = this.waiting[this.at];
		if (number === undefined) throw new Error("nothing waits");
		return number;
	}

	get left(): readonly number[] {
		return this.waiting;
	}

	get decided(): readonly Decided[] {
		return this.acts.flat();
	}

	/** @param rows this many, from the focus on */
	decide(status: Decided["status"], reason = "", rows = 1): void {
		const numbers = this.waiting.splice(this.at, rows);
		this.acts.push(numbers.map((number) => ({ number, status, reason })));
		if (this.travel === -1) this.at -= 1;
		this.at = Math.min(Math.max(this.at, 0), this.waiting.length - 1);
	}

	takeBack(): void {
		const numbers = (this.acts.pop() ?? []).map(({ number }) => number);
		this.waiting = [...this.waiting, ...numbers].sort((a, b) => a - b);
		this.at = this.waiting.indexOf(numbers[0] ?? 0);
	}

	/** Where a selection began; it was extended downwards. */
	backToAnchor(): void {
		this.at -= 1;
	}

	walk(by: number): void {
		this.travel = by < 0 ? -1 : 1;
		this.at = Math.min(Math.max(this.at + by, 0), this.waiting.length - 1);
	}
}

async function openInbox(vault: Record<string, string>): Promise<Host> {
	const host = await openHost({ vault });
	await host.runCommand("Open inbox");
	await host.page.waitForSelector(".winnow-inbox-row");
	await listHasFocus(host);
	return host;
}

async function listHasFocus({ page }: Host): Promise<void> {
	await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "listbox");
}

/** Until the row with the focus is this one, as a screen reader is told of it. */
async function focusIs(page: Page, number: number): Promise<void> {
	await page.waitForFunction(
		(title) => {
			const list = document.querySelector("[role=listbox]");
			const id = list?.getAttribute("aria-activedescendant") ?? "";
			const row = document.getElementById(id);
			return row?.querySelector(".winnow-inbox-title")?.textContent === title;
		},
		{},
		`Source ${number}`,
	);
}

/** Until the preview, which waits for the hand to rest, shows this note. */
async function previewShows({ page }: Host, path: string): Promise<void> {
	await page.waitForFunction(
		(wanted) => {
			const files: unknown[] = [];
			window.__host.app.workspace.iterateRootLeaves((leaf) =>
				files.push(leaf.getViewState().state?.file),
			);
			return files.filter(Boolean).join() === wanted;
		},
		{},
		path,
	);
}

function withoutDecision(text: string): string {
	return text.replace(/^(status|decided|reason):.*\n/gm, "");
}

/** One turn of a person who reads, decides, changes their mind and looks around. */
async function turn(host: Host, plan: Plan, number: number): Promise<void> {
	const decide = async (status: Decided["status"], rows = 1): Promise<void> => {
		await host.press(status === "kept" ? "y" : "n");
		plan.decide(status, "", rows);
	};
	const status = number % 5 < 2 ? "kept" : "deleted";
	if (number % 31 === 0) {
		await host.press("Shift+ArrowDown");
		plan.walk(1);
		await focusIs(host.page, plan.focus);
		plan.backToAnchor();
		return decide(status, 2);
	}
	if (number % 17 === 0) {
		await host.press("u");
		return plan.takeBack();
	}
	if (number % 13 === 0) {
		await host.press("j", "j", "k");
		plan.walk(1);
		plan.walk(1);
		return plan.walk(-1);
	}
	if (number % 11 === 0) {
		await host.press(status === "kept" ? "Shift+Y" : "Shift+N");
		await host.page.waitForSelector(".winnow-inbox-input input:focus");
		await host.page.keyboard.type(`yes, no: ${number}`);
		await host.press("Enter");
		await listHasFocus(host);
		return plan.decide(status, `yes, no: ${number}`);
	}
	return decide(status);
}

describe("three hundred sources", () => {
	const plan = new Plan();
	let host: Host;

	beforeAll(async () => {
		host = await openInbox(projectWith(COUNT));
	});

	it("are triaged by keys alone, each landing on the row it was meant for", async () => {
		for (let number = 1; plan.left.length > 20; number += 1) {
			await turn(host, plan, number);
			await focusIs(host.page, plan.focus);
			if (number % 40 === 0) await previewShows(host, pathOf(plan.focus));
		}
		await previewShows(host, pathOf(plan.focus));
		await listHasFocus(host);
		await host.see(`${plan.decided.length} of ${COUNT} read`);

		for (const { number, status } of plan.decided.slice(-30))
			await host.noteSays(pathOf(number), new RegExp(`^status: ${status} # not read$`, "m"));
		for (const { number, status, reason } of plan.decided) {
			const text = host.readNote(pathOf(number));
			expect(withoutDecision(text)).toBe(withoutDecision(sourceNote(number)));
			expect(text.match(/^status: .*$/gm)).toEqual([`status: ${status} # not read`]);
			expect(text.match(/^decided: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/gm)).toHaveLength(1);
			expect(/^reason: "?(.*?)"?$/m.exec(text)?.[1] ?? "").toBe(reason);
		}
		for (const number of plan.left)
			expect(host.readNote(pathOf(number))).toBe(sourceNote(number));
	});

	it("wait where they were after a restart, and the last act can be taken back", async () => {
		await host.press("j", "j", "x", "j", "x", "j");
		await host.see("2 selected");
		plan.walk(4);
		await previewShows(host, pathOf(plan.focus));
		const shown = await shownState(host);
		await host.noteSays(".obsidian/workspace.json", `"focus": "${pathOf(plan.focus)}"`);
		await host.restart();
		await host.page.waitForSelector(".winnow-inbox-row");
		await focusIs(host.page, plan.focus);
		await host.see("2 selected");
		expect(await shownState(host)).toEqual(shown);
		await host.runCommand("Open inbox");
		await host.press("Escape", "u");
		plan.takeBack();
		await focusIs(host.page, plan.focus);
		await host.noteSays(pathOf(plan.focus), /^status: new # not read$/m);
		expect(host.readNote(pathOf(plan.focus))).toBe(sourceNote(plan.focus));
		await host.close();
	});
});

/** What the list shows: question, place and selection; which tab the preview is in, it learns a moment later. */
function shownState({ page }: Host): Promise<unknown> {
	return page.evaluate(() => {
		const [leaf] = window.__host.app.workspace.getLeavesOfType("winnow-inbox");
		return { ...leaf?.view.getState(), preview: null };
	});
}
