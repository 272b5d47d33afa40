import type { Drive, Step } from "./undo-log";
import type { StepOutcome } from "./undo-step";

/** Files written at once. More only make the disk jump. */
export const LANES = 4;

/** Steps on one file, in their order. */
type Chain = Readonly<{ path: string; indexes: readonly number[] }>;

/**
 * Runs an act's steps: those on different files a few at a time, those on one file one after the other.
 * Where files are made or renamed, everything before is waited for.
 * @param steps in the order they are to run.
 * @returns one outcome for each step; null: not begun, because the drive stopped.
 */
export async function takeSteps(
	steps: readonly Step[],
	run: (step: Step) => Promise<StepOutcome>,
	drive: Drive,
): Promise<readonly (StepOutcome | null)[]> {
	const outcomes: (StepOutcome | null)[] = steps.map(() => null);
	for (const chains of stretches(steps)) {
		await drive(
			chains.map(({ path }) => path),
			async (at) => {
				for (const index of chains[at]?.indexes ?? []) {
					const step = steps[index];
					if (step !== undefined) outcomes[index] = await run(step);
				}
				const last = chains[at]?.indexes.at(-1);
				return last === undefined ? null : (outcomes[last]?.why ?? null);
			},
		);
		if (chains.some(({ indexes }) => indexes.some((index) => outcomes[index] === null))) break;
	}
	return outcomes;
}

/** Runs everything, a few pieces at a time. */
export const inLanes: Drive = async (paths, run) => {
	let next = 0;
	const lane = async (): Promise<void> => {
		while (next < paths.length) await run(next++);
	};
	await Promise.all(Array.from({ length: Math.min(LANES, paths.length) }, lane));
};

function stretches(steps: readonly Step[]): readonly (readonly Chain[])[] {
	const all: Chain[][] = [];
	let open: Map<string, number[]> | null = null;
	const close = (): void => {
		if (open !== null) all.push([...open].map(([path, indexes]) => ({ path, indexes })));
		open = null;
	};
	steps.forEach((step, index) => {
		if (step.kind === "renamed" || step.kind === "created" || step.kind === "saved") {
			close();
			all.push([{ path: pathOf(step), indexes: [index] }]);
			return;
		}
		open ??= new Map();
		const indexes = open.get(step.path);
		if (indexes === undefined) open.set(step.path, [index]);
		else indexes.push(index);
	});
	close();
	return all;
}

export function pathOf(step: Step): string {
	return step.kind === "renamed" ? step.to : step.path;
}
