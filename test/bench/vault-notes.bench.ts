import { Decider } from "../../src/inbox/decide";
import { InboxQuery } from "../../src/inbox/inbox-query";
import { FIRST_QUESTION } from "../../src/inbox/inbox-question";
import { ListModel } from "../../src/inbox/list-model";
import { readSource } from "../../src/source/read-source";
import { createSourceIndex, type SourceIndex } from "../../src/source/source-index";
import { FakeVault } from "../inbox/sources";
import { medianMs, report } from "./setup";
import { fakeVault } from "./vault-notes";

/*
 * The index of sources and the list over it in vaults of 1,000 and 100,000 notes: what the rest of a vault costs.
 * The naive one of the same run looks at every note of the vault for each change.
 */

const gc = (globalThis as { gc?: () => void }).gc ?? ((): void => undefined);
const SETTINGS = {
	researchFolder: "Research",
	watchedFolders: "Clippings",
	statusProperty: "status",
	newValues: "unread",
};

type Vault = ReturnType<typeof fakeVault>;
type Open = Readonly<{
	vault: Vault;
	index: SourceIndex;
	/** Of the first pass, in ms: how long 99 of 100 stretches between two pauses are at most, and the whole. */
	stretch: number;
	whole: number;
	frame(): void;
}>;

async function openVault(vault: Vault, settings = SETTINGS): Promise<Open> {
	let frames: (() => void)[] = [];
	const stretches: number[] = [];
	let since = cpuMs();
	const index = createSourceIndex({
		app: vault.app,
		settings: () => settings,
		parseYaml: () => null,
		registerEvent: () => undefined,
		nextFrame: (callback) => void frames.push(callback),
		pause: async () => {
			stretches.push(cpuMs() - since);
			await new Promise((resolve) => setImmediate(resolve));
			since = cpuMs();
		},
		clock: () => performance.now(),
		later: () => undefined,
	});
	const started = performance.now();
	since = cpuMs();
	vault.layoutReady();
	while (!index.isReady) await new Promise((resolve) => setImmediate(resolve));
	stretches.push(cpuMs() - since);
	stretches.sort((a, b) => a - b);
	const stretch = stretches[Math.floor(stretches.length * 0.99)] ?? 0;
	const frame = (): void => {
		const due = frames;
		frames = [];
		for (const callback of due) callback();
	};
	frame();
	return { vault, index, stretch, whole: performance.now() - started, frame };
}

/** Time this process computed: others on the machine do not count. */
function cpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

function listOver({ index }: Open): ListModel {
	const query = new InboxQuery({
		sources: index,
		projectsOf: ({ projects }) => projects,
		projectName: (path) => path,
		around: () => ({ now: 0, hasSection: () => null, isCited: () => null }),
		compareText: new Intl.Collator("en", { numeric: true }).compare,
		shapeOf: ({ title }) => ({ titleWidth: title.length * 7, hasMore: true }),
	});
	query.ask(FIRST_QUESTION);
	const model = new ListModel(query);
	model.settle();
	index.onChange((paths) => {
		if (paths === null) query.ask(FIRST_QUESTION);
		else query.update(paths);
		model.settle();
	});
	return model;
}

/** From the key to the list that shows it, then the cache's report; twenty times there and back. */
function decisions(open: Open): () => void {
	const model = listOver(open);
	const decider = new Decider({
		sources: open.index,
		vault: new FakeVault(),
		undo: { record: () => undefined },
		tasks: {
			start: () => {
				throw new Error("one needs no task");
			},
		},
		now: () => new Date(0),
		statusProperty: () => "status",
		stepOf: () => null,
		explain: ({ kind }) => kind,
	});
	return () => {
		for (let times = 0; times < 20; times++) {
			const path = model.place.focus ?? "";
			model.leave([path]);
			void decider.decide([path], { kind: "keep", reason: null }, () => "");
			model.query.update([path]);
			model.settle();
			open.vault.changed(path, {
				status: "kept",
				decided: open.index.get(path)?.decided ?? null,
				reason: null,
			});
			open.frame();
			void decider.decide([path], { kind: "reopen" }, () => "");
			open.vault.changed(path, { status: "new", decided: null, reason: null });
			open.frame();
		}
	};
}

async function main(): Promise<void> {
	const small = await openVault(fakeVault(1000, 500));
	const large = await openVault(fakeVault(100_000, 500));
	const ofSmall = decisions(small);
	const ofLarge = decisions(large);
	// In turns, and each at its best: a loaded machine slows some.
	let [leastSmall, leastLarge] = [Infinity, Infinity];
	for (let round = 0; round < 9; round++) {
		leastLarge = Math.min(leastLarge, medianMs(ofLarge));
		leastSmall = Math.min(leastSmall, medianMs(ofSmall));
	}
	report("a decision at 100,000 notes, of one at 1,000", leastLarge / leastSmall, {
		budget: 1.5,
	});
	const decision = medianMs(ofLarge) / 40;
	const everyNote = medianMs(() => scanAll(large.vault));
	report("a decision, of one look at every note", decision / everyNote, { budget: 0.1 });
	report("a decision, of a frame of 16.7 ms", decision / 16.7, { budget: 0.5 });

	const working = await openVault(fakeVault(100_000, 3000));
	listOver(working);
	const paths = [...working.vault.files.keys()].slice(0, 1000);
	let turn = 0;
	const frames: number[] = [];
	const burst = medianMs(() => {
		turn++;
		// The app tells of each by itself: keys are heard between two of them.
		for (const path of paths)
			working.vault.changed(path, { status: turn % 2 === 0 ? "new" : "kept" });
		const started = performance.now();
		working.frame();
		frames.push(performance.now() - started);
	});
	frames.sort((a, b) => a - b);
	const frame = frames[Math.floor(frames.length / 2)] ?? NaN;
	report("the frame after 1,000 changes from outside, of 50 ms", frame / 50, { budget: 1 });
	report("the same, of 1,000 looks at every note", burst / (everyNote * 1000), { budget: 0.01 });

	const all = fakeVault(100_000, 100_000);
	const started = performance.now();
	for (const [path, file] of all.files) {
		const read = readSource(path, all.caches.get(file)?.frontmatter ?? {}, SETTINGS);
		if (read === null) throw new Error("no source");
	}
	const loop = performance.now() - started;
	gc();
	const before = process.memoryUsage().heapUsed;
	const first = await openVault(all);
	gc();
	const bytes = (process.memoryUsage().heapUsed - before) / 100_000;
	const passes = [first];
	for (let times = 0; times < 2; times++) passes.push(await openVault(all));
	passes.sort((a, b) => a.whole - b.whole);
	const pass = passes[1] ?? first;
	report("a pass over 100,000 sources, of reading them in one loop", pass.whole / loop, {
		budget: 3,
	});
	report("99 of 100 of its stretches without a pause, of 50 ms", pass.stretch / 50, {
		budget: 1,
	});
	report("bytes the index keeps per source, of 1 kB", bytes / 1024, { budget: 2 });
	if (first.index.all().length !== 100_000) throw new Error("sources are missing");
}

/** What a plugin without an index does for each change. */
function scanAll(vault: Vault): number {
	let found = 0;
	for (const [path, file] of vault.files) {
		const status = vault.caches.get(file)?.frontmatter.status;
		if (path.startsWith("Research/") && status === "new") found++;
	}
	return found;
}

await main();
