import { answerFor, playScenes, type Scene } from "./shots-camera";
import {
	DRAFT,
	foldInbox,
	isRead,
	openInbox,
	panelOf,
	pathOf,
	run,
	showPanels,
	startReview,
	typeLinks,
	type Panel,
} from "./shots-steps";

const PROJECT = "Research/LLM training";

export async function takeShots(
	folder: string,
	pluginDir: string,
	words: readonly string[],
): Promise<number> {
	const stop = answerFor({
		...SITES,
		...Object.fromEntries(SLOW.map((address) => [address, null])),
	});
	const wanted = scenes.filter(
		({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
	);
	const failed = await playScenes(wanted, folder, pluginDir);
	stop();
	return failed;
}

const SITES = {
	"https://fieldnotes.example/small-batches": "article",
	"https://papers.example/abs/2503.0311": "paper",
	"https://sieve.example/docs/streaming": "docs",
	"https://ask.example/questions/loss-doubles": "question",
	"https://barn.example/t/winnowing": "forum",
	"https://margins.example/p/lines": "newsletter",
	"https://code.example/sieve-text": "repository",
	"https://blog.example.cn/small": "chinese",
	"https://gone.example/distill-2": 404,
	"https://members.example/rewards": 403,
};
const LINKS = Object.keys(SITES);
const SLOW = ["https://slow.example/one", "https://slow.example/two", "https://slow.example/three"];

const ALL_PASSES = ["Cut", "Connect", "Questions: logic and background", "Typos"];
const STAND_IN = { standIn: { cps: 0 } } as const;

const scenes: readonly Scene[] = [
	{
		name: "inbox",
		async play(host, shoot) {
			await openInbox(host);
			await host.press("j", "n");
			await host.page.waitForSelector(".winnow-inbox-toast");
			await shoot("inbox");
			await host.press("?");
			await host.page.waitForSelector(".modal");
			await shoot("inbox-keys");
		},
	},
	{
		name: "inbox-phone",
		phone: true,
		async play(host, shoot) {
			await host.page.waitForSelector(".winnow-inbox-row");
			await shoot("inbox");
			await host.page.tap(".winnow-inbox-row:not(.is-spare) .winnow-inbox-title");
			await host.see("People ask me for");
			await shoot("inbox-read");
		},
	},
	{
		name: "clip-start",
		async play(host, shoot) {
			await typeLinks(host, [
				...LINKS.slice(0, 4),
				"https://papers.example.org/abs/2411.00317?utm_source=feed",
				"https://growth.example.com/ten-tips",
			]);
			await host.see("1 thrown away");
			await shoot("clip-start");
		},
	},
	{
		name: "clip-progress",
		async play(host, shoot) {
			await typeLinks(host, [...LINKS, ...SLOW, "https://papers.example.org/abs/2411.00317"]);
			await host.page.click(".winnow-clip .mod-cta");
			await host.see("8 clipped");
			await shoot("clip-progress");
		},
	},
	{
		name: "clip-done",
		async play(host, shoot) {
			await typeLinks(host, [...LINKS, "https://papers.example.org/abs/2411.00317"]);
			await host.page.click(".winnow-clip .mod-cta");
			await host.see("8 of 10 clipped");
			await shoot("clip-done");
			await host.press("Escape");
			await host.open(await pathOf(host, "small batches"));
			await shoot("clip-note");
		},
	},
	{
		name: "outline",
		async play(host, shoot) {
			await foldInbox(host);
			await host.open(`${PROJECT}/Outline.canvas`);
			await host.runCommand("Open companion");
			await host.see("Sections, in reading order");
			await shoot("outline");
		},
	},
	{
		name: "draft",
		async play(host, shoot) {
			await foldInbox(host);
			await host.open(DRAFT);
			await host.select("One lab wrote down");
			await host.runCommand("Open companion");
			await host.see("Section 1 of");
			await shoot("draft");
		},
	},
	{
		name: "refine-start",
		options: STAND_IN,
		async play(host, shoot) {
			await foldInbox(host);
			await host.open(DRAFT);
			await host.runCommand("Refine draft…");
			await host.page.waitForSelector(".winnow-refine-pass");
			await host.see("Found without Claude");
			await shoot("refine-start");
		},
	},
	{
		name: "refine-nokey",
		async play(host, shoot) {
			await foldInbox(host);
			await host.open(DRAFT);
			await host.runCommand("Refine draft…");
			await host.see("You have no API key yet");
			await shoot("refine-nokey");
		},
	},
	{
		name: "refine-review",
		options: STAND_IN,
		async play(host, shoot) {
			await startReview(host, ALL_PASSES);
			await isRead(host);
			await host.press("y", "y", "n", "y", "j", "y");
			await shoot("refine-review");
			await host.press("?");
			await host.page.waitForSelector(".modal:not(.winnow-refine)").catch(() => undefined);
			await shoot("refine-keys");
			await host.press("Escape");
		},
	},
	{
		name: "refine-questions",
		options: STAND_IN,
		async play(host, shoot) {
			await startReview(host, ALL_PASSES);
			await isRead(host);
			await host.press("3");
			await host.page.waitForSelector(".winnow-refine-question.is-focused");
			await host.press("y", "n", "j");
			await shoot("refine-questions");
		},
	},
	{
		name: "refine-done",
		options: STAND_IN,
		async play(host, shoot) {
			await startReview(host, ALL_PASSES);
			await isRead(host);
			await host.press("y", "y", "n", "y", "y");
			await host.press("3");
			await host.page.waitForSelector(".winnow-refine-question.is-focused");
			await host.press("y");
			await host.press("Control+Enter");
			await host.see("are in your draft");
			await shoot("refine-done");
		},
	},
	{
		name: "refine-streaming",
		themes: ["dark"],
		options: { standIn: { cps: 700 } },
		async play(host, shoot) {
			await startReview(host, ALL_PASSES);
			await host.page.waitForSelector(".winnow-refine-list [role=option]");
			await shoot("refine-streaming");
		},
	},
	{
		name: "refine-error",
		themes: ["light"],
		options: { standIn: { cps: 0, script: ["bad_key", "bad_key"] } },
		async play(host, shoot) {
			await startReview(host, ["Cut"]);
			await host.see("did not accept the key");
			await shoot("refine-error");
		},
	},
	{
		name: "refine-phone",
		phone: true,
		options: STAND_IN,
		async play(host, shoot) {
			await startReview(host, ["Cut"]);
			await isRead(host);
			await shoot("refine");
		},
	},
	{
		name: "read-through",
		async play(host, shoot) {
			await foldInbox(host);
			await host.open(DRAFT);
			await host.runCommand("Start read through");
			await host.page.waitForSelector(".winnow-reading");
			await host.runCommand("Open companion");
			await host.see("first read");
			await host.page.focus(".winnow-reading");
			await host.press("j", "1");
			await host.page.waitForSelector(".winnow-reading-flag");
			await host.settled();
			await host.press("j", "j", "3");
			await host.page.waitForFunction(
				() => document.querySelectorAll(".winnow-reading-flag").length === 2,
			);
			await shoot("read-through");
		},
	},
	{
		name: "publish",
		async play(host, shoot) {
			await foldInbox(host);
			await host.open(DRAFT);
			await host.runCommand("Publish…");
			await host.see("Before it goes out");
			await shoot("publish");
		},
	},
	{
		name: "understand",
		options: STAND_IN,
		async play(host, shoot) {
			await foldInbox(host);
			await host.open(`${PROJECT}/Sources/Data/Duplicates are not free.md`);
			await host.select("a passage seen ten times");
			await host.runCommand("Explain selection");
			await host.page.waitForSelector(".winnow-answer-acts");
			await shoot("understand");
		},
	},
	{
		name: "project",
		async play(host, shoot) {
			await foldInbox(host);
			await host.open(`${PROJECT}/LLM training.md`);
			await host.see("For whom");
			await host.page.evaluate(() => {
				const { editor } = window.__host.app.workspace.activeEditor as {
					editor: {
						lastLine(): number;
						setCursor(line: number): void;
						scrollTo(x: number, y: number): void;
					};
				};
				editor.setCursor(editor.lastLine());
				editor.scrollTo(0, 100_000);
			});
			await host.see("collected");
			await shoot("project");
		},
	},
	{
		name: "onboarding",
		options: { vault: {} },
		async play(host, shoot) {
			await host.runCommand("Open inbox");
			await host.button("New project").wait();
			await shoot("onboarding");
			await host.runCommand("New project…");
			await host.see("Topic");
			await host.page.keyboard.type("LLM training");
			await shoot("onboarding-project");
		},
	},
	{
		name: "settings",
		options: STAND_IN,
		async play(host, shoot) {
			await foldInbox(host);
			await host.open(DRAFT);
			await host.press("Control+,");
			await host.see("Research folder");
			await shoot("settings");
			await host.page.evaluate(() => {
				const headings = [...document.querySelectorAll(".setting-item-heading")];
				headings.find(({ textContent }) => textContent === "Claude")?.scrollIntoView();
			});
			await shoot("settings-claude");
		},
	},
	{
		name: "notices",
		keepNotices: true,
		async play(host, shoot) {
			await foldInbox(host);
			await host.open("Notes/Bread.md");
			for (const command of ["Refine selection…", "Explain selection", "Open draft"])
				await run(host, command);
			await host.page.waitForFunction(() => document.querySelectorAll(".notice").length >= 3);
			await shoot("notices");
		},
	},
	{
		name: "inbox-states",
		themes: ["light"],
		async play(host, shoot, theme) {
			const panels: Panel[] = [];
			const take = async (title: string): Promise<void> =>
				void panels.push({
					title,
					picture: await panelOf(host, ".workspace-split.mod-left-split"),
				});
			await openInbox(host);
			await take("In order");
			await host.press("/");
			await host.page.keyboard.type("menu");
			await host.page.waitForSelector(".winnow-inbox-hit");
			await take("Search");
			await host.press("Escape", "Escape");
			await openInbox(host);
			await host.press("3");
			await host.see("an advertisement");
			await take("Deleted, with reasons");
			await host.press("1");
			await host.page.waitForFunction(
				() => document.querySelectorAll(".winnow-inbox-row:not(.is-spare)").length > 3,
			);
			for (let count = 0; count < 4; count += 1) await host.press("y");
			await host.page.waitForFunction(
				() =>
					document.querySelectorAll(".winnow-inbox-row:not(.is-spare):not(.is-probe)")
						.length === 0,
			);
			await take("All read: says what is next");
			await showPanels(host, panels, theme);
			await shoot("inbox-states");
		},
	},
	{
		name: "intl",
		options: { ...STAND_IN, language: "zh" },
		async play(host, shoot) {
			await host.open(DRAFT);
			await host.page.waitForSelector(".winnow-inbox-row");
			await shoot("intl");
			await host.press("Control+,");
			await host.page.waitForSelector(".vertical-tab-nav-item.is-active");
			await shoot("intl-settings");
		},
	},
];
