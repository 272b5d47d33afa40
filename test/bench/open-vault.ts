import { Decider } from "../../src/inbox/decide";
import { InboxQuery } from "../../src/inbox/inbox-query";
import { FIRST_QUESTION } from "../../src/inbox/inbox-question";
import { ListModel } from "../../src/inbox/list-model";
import { createSourceIndex, type SourceIndex } from "../../src/source/source-index";
import type { YamlParser } from "../../src/vault/property-edit";
import { FakeVault } from "../inbox/sources";
import type { vaultOf } from "./vault-notes";

export const SETTINGS = {
	researchFolder: "Research",
	watchedFolders: "Clippings",
	statusProperty: "status",
	newValues: "unread",
};

export type Vault = ReturnType<typeof vaultOf>;
export type Open = Readonly<{
	vault: Vault;
	index: SourceIndex;
	/** Of the first pass, in ms: how long 99 of 100 stretches between two pauses are at most, and the whole. */
	stretch: number;
	whole: number;
	frame(): void;
}>;

export async function openVault(
	vault: Vault,
	settings = SETTINGS,
	parseYaml: YamlParser = () => null,
): Promise<Open> {
	Object.assign(vault.counts, { asked: 0, read: 0 });
	let frames: (() => void)[] = [];
	const stretches: number[] = [];
	let since = cpuMs();
	const index = createSourceIndex({
		app: vault.app,
		settings: () => settings,
		parseYaml,
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
	if (vault.counts.asked + vault.counts.read > 0) throw new Error("work before the layout is ready");
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
export function cpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

export function listOver({ index }: Open): ListModel {
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
export function decisions(open: Open): () => void {
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
