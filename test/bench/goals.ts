/** Prints a value beside its goal; a missed one makes the bench fail. Shares are 0 to 1. */
export function goal(name: string, value: number, order: ">=" | "<=", limit: number): void {
	const isMet = order === ">=" ? value >= limit : value <= limit;
	const isShare = !/\b(?:kB|MB|ms)\b/.test(name);
	const text = (number: number): string =>
		isShare ? `${(number * 100).toFixed(2)} %` : number.toFixed(2);
	console.info(
		`${isMet ? "met   " : "MISSED"} ${name}: ${text(value)} (goal ${order} ${text(limit)})`,
	);
	if (!isMet) process.exitCode = 1;
}

/** Milliseconds belong to one machine: told beside the goal, never a failure. */
export function goalMs(name: string, value: number, limit: number): void {
	const word = value <= limit ? "met   " : "slow  ";
	console.info(`${word} ${name}: ${value.toFixed(1)} ms (goal < ${limit} ms, on this machine)`);
}

/** What cannot be measured here. */
export function missing(what: string, needs: string): void {
	console.info(`skipped ${what} (needs ${needs})`);
}

/** A goal that is a wish: told when it is missed, and no more. */
export function told(name: string, value: number, limit: number): void {
	console.info(
		`${value <= limit ? "met   " : "over  "} ${name}: ${value.toFixed(1)} (goal < ${limit})`,
	);
}
