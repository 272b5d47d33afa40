import { nearTexts, sketchOf } from "../../src/inbox/near-texts";
import { fold } from "../../src/inbox/search-text";
import { words } from "../../src/text/words";
import { report } from "./setup";

/*
 * Nearly the same texts among 3,000, beside comparing every pair, and beside just reading the words once.
 */

const COUNT = 3000;
const WORDS = 900;

function text(seed: number): string {
	let state = seed + 1;
	const some: string[] = [];
	for (let at = 0; at < WORDS; at += 1) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		some.push(`w${state % 5000}`);
	}
	return `---\nsource: https://a.org/${seed}\n---\n${some.join(" ")}`;
}

// One in twenty is a copy with a few words changed.
const texts = Array.from({ length: COUNT }, (_, at) =>
	at % 20 === 19 ? text(at - 1).replace(/ w1\d+/, " changed") : text(at),
);

let started = performance.now();
for (const each of texts) words(fold(each));
const reading = performance.now() - started;

started = performance.now();
let longest = 0;
const sketches = texts.map((each, at) => {
	const from = performance.now();
	const sketch = sketchOf(String(at), each);
	longest = Math.max(longest, performance.now() - from);
	return sketch;
});
const steps = nearTexts(sketches);
let groups: readonly (readonly string[])[] = [];
for (let isDone = false; !isDone; ) {
	const from = performance.now();
	const step = steps.next();
	longest = Math.max(longest, performance.now() - from);
	if (step.done === true) groups = step.value;
	isDone = step.done === true;
}
const ours = performance.now() - started;
if (groups.length !== COUNT / 20) throw new Error(`${groups.length} groups`);

// Every pair of a hundred by the runs they share; 3,000 have 909 times as many pairs.
const runs = texts.slice(0, 100).map((each) => {
	const all = words(fold(each));
	return new Set(all.map((_, at) => all.slice(at, at + 5).join(" ")));
});
started = performance.now();
let common = 0;
for (const one of runs) for (const other of runs) for (const run of one) if (other.has(run)) common += 1;
const pairs = ((performance.now() - started) / (100 * 100)) * ((COUNT * COUNT) / 2);
if (common === 0) throw new Error("nothing in common, not even with itself");

report(`nearly the same among ${COUNT} texts, of reading their words`, ours / reading, { budget: 3 });
report("the same, of comparing every pair", ours / pairs, { budget: 0.05 });
report("its longest step, of 50 ms", longest / 50, { budget: 1 });
