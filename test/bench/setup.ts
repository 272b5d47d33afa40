/** Runs `work` until a tenth of a second has passed, at least five times; the median of the runs in ms. */
export function medianMs(work: () => unknown): number {
	work(); // warm: the first run compiles
	const times: number[] = [];
	const end = performance.now() + 100;
	while (times.length < 5 || (performance.now() < end && times.length < 1000)) {
		const started = performance.now();
		work();
		times.push(performance.now() - started);
	}
	times.sort((a, b) => a - b);
	return times[Math.floor(times.length / 2)] ?? 0;
}

/** Prints a ratio to the baseline of the same run; over its budget it makes the bench fail. */
export function report(
	name: string,
	ratio: number,
	{ budget }: Readonly<{ budget: number }>,
): void {
	const isOver = !(ratio <= budget);
	console.info(
		`${isOver ? "OVER  " : "ok    "}${name}: ${ratio.toPrecision(3)} (budget ${budget})`,
	);
	if (isOver) process.exitCode = 1;
}
