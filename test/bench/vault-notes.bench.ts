import { readSource } from "../../src/source/read-source";
import { decisions, listOver, openVault, SETTINGS, type Vault } from "./open-vault";
import { medianMs, report } from "./setup";
import { fakeVault } from "./vault-notes";

/*
 * The index of sources and the list over it in vaults of 1,000 and 100,000 notes: what the rest of a vault costs.
 * The naive one of the same run looks at every note of the vault for each change.
 */

const gc = (globalThis as { gc?: () => void }).gc ?? ((): void => undefined);

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
		const status = vault.caches.get(file)?.frontmatter?.status;
		if (path.startsWith("Research/") && status === "new") found++;
	}
	return found;
}

await main();
