import type { Source } from "../source/source";
import type { SafeVault } from "../vault/safe-vault";
import { nearTexts, sketchOf, type Sketch } from "./near-texts";

/** What a slice of comparing may take. */
const SLICE_MS = 8;

/** Reads and compares texts in slices, so that the app goes on. Keeps nothing afterwards. */
export class NearCopies {
	private isStopped = false;

	constructor(private readonly vault: Pick<SafeVault, "read">) {}

	stop(): void {
		this.isStopped = true;
	}

	/** @param tell how many texts were read. @returns groups of nearly the same texts; null: stopped. */
	async find(
		sources: readonly Source[],
		tell: (done: number) => void,
	): Promise<readonly (readonly Source[])[] | null> {
		this.isStopped = false;
		const sketches: Sketch[] = [];
		const byPath = new Map(sources.map((source) => [source.path, source]));
		let sliceEnd = performance.now() + SLICE_MS;
		const breathe = async (): Promise<boolean> => {
			if (performance.now() > sliceEnd) {
				await new Promise((resolve) => window.setTimeout(resolve, 0));
				sliceEnd = performance.now() + SLICE_MS;
			}
			return !this.isStopped;
		};
		for (const [index, { path }] of sources.entries()) {
			const read = await this.vault.read(path);
			if (read.ok) sketches.push(sketchOf(path, read.value));
			if (index % 20 === 0) tell(index);
			if (!(await breathe())) return null;
		}
		const steps = nearTexts(sketches);
		for (let step = steps.next(); ; step = steps.next()) {
			if (step.done === true)
				return step.value.map((group) => group.flatMap((path) => byPath.get(path) ?? []));
			if (!(await breathe())) return null;
		}
	}
}
