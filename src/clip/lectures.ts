import type { Kind } from "../source/kind";

/** A part of a course that has a page, a film or slides of its own. */
export type Lecture = Readonly<{ title: string; url: string }>;

/** Fewer than this are links, not a list of lectures. */
const LEAST = 3;
const LEAST_ELSEWHERE = 5;
const NUMBERED = /\b(lectures?|lessons?|lec|week|session|module|unit|class|recitation)\b\.?\s*#?\d+|第\s*[一二三四五六七八九十百\d]+\s*[讲课节章周]/i;
const HEAD = /\b(lectures?|lessons?|week|session|module|topics?|date|description|title)\b|\|\s*(#|no\.?)\s*\||讲|课|周/i;
const LINK = /(!?)\[((?:[^[\]\\\n]|\\.)*)\]\((https?:\/\/[^\s()]+)\)/g;

/**
 * The lectures that the note of a course lists, in its order, each once. Empty where it lists none; outside of
 * courses they must say that they are lectures, and be more.
 */
export function lecturesIn(markdown: string, kind: Kind): readonly Lecture[] {
	const found = new Map<string, Lecture>();
	let isSchedule = false;
	let fence = false;
	for (const line of markdown.split("\n")) {
		if (/^\s*`{3,}/.test(line)) fence = !fence;
		if (fence) continue;
		const isRow = /^\s*\|/.test(line);
		if (!isRow) isSchedule = false;
		else if (/^[\s|:-]+$/.test(line)) continue;
		else if (!isSchedule && HEAD.test(line) && !line.includes("](http")) isSchedule = true;
		const isItem = /^\s*([-*+]|\d+[.)])\s/.test(line) || /^#{2,6}\s/.test(line);
		if (!(isRow && isSchedule) && !((isRow || isItem) && NUMBERED.test(line))) continue;
		const lecture = lectureOf(line);
		if (lecture !== null && !found.has(lecture.url)) found.set(lecture.url, lecture);
	}
	return found.size >= (kind === "course" ? LEAST : LEAST_ELSEWHERE) ? [...found.values()] : [];
}

/** The link that carries the most words is the lecture's own; slides and films come after it. */
function lectureOf(line: string): Lecture | null {
	let best: Lecture | null = null;
	for (const [, isImage = "", words = "", url = ""] of line.matchAll(LINK)) {
		if (isImage !== "") continue;
		const title = words.replace(/\\(.)/g, "$1").replace(/[*_`]/g, "").trim();
		if (best === null || title.length > best.title.length) best = { title, url };
	}
	return best;
}
