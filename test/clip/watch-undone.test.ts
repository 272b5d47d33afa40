import { watchUndone } from "../../src/clip/watch-undone";
import type { Act } from "../../src/vault/undo-log";

describe("a clip that the general undo takes back", () => {
	const act = (id: string, at: string, path: string): Act => ({ id, at, label: id, steps: [{ kind: "created", path, text: "" }] });
	function log() {
		let acts: Act[] = [];
		const listeners: (() => void)[] = [];
		return {
			last: () => acts[acts.length - 1] ?? null,
			onChange: (listener: () => void) => {
				listeners.push(listener);
				return () => void listeners.splice(0);
			},
			become: (next: Act[]) => {
				acts = next;
				for (const listener of listeners) listener();
			},
		};
	}
	const one = act("1", "2025-01-01T00:00:00", "A.md");
	const two = act("2", "2025-01-01T00:00:01", "B.md");

	it("waits in the queue again, once, if its note is gone", () => {
		const undo = log();
		const undone: (readonly string[])[] = [];
		const gone = new Set(["B.md"]);
		const watch = watchUndone(undo, (path) => !gone.has(path), (urls) => undone.push(urls));
		watch.remember("A.md", "https://a.example/");
		watch.remember("B.md", "https://b.example/");
		undo.become([one]);
		undo.become([one, two]);
		expect(undone).toEqual([]);
		undo.become([one]);
		undo.become([]); // the note was changed since, and stays
		expect(undone).toEqual([["https://b.example/"]]);
		undo.become([two]);
		watch.stop();
		undo.become([]);
		expect(undone).toHaveLength(1);
	});
});
