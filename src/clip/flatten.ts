import { attribute, childNodes, isBlock, isElement, isText, make, tagOf, unwrap } from "./elements";
import { everySome, type Steps } from "./pieces";

/** Blocks that mean something in Markdown; any other block is a wrapper and goes. */
const MEANT: ReadonlySet<string> = new Set("p h1 h2 h3 h4 h5 h6 ul ol li pre blockquote table thead tbody tfoot tr td th hr".split(" "));

/**
 * Leaves only blocks that Markdown knows, with runs of loose text between them as paragraphs.
 * What comes out is a flat row that can be converted piece by piece.
 */
export function* flatten(root: Element): Steps {
	yield* flattenChildren(root, true, everySome());
	root.normalize();
}

function* flattenChildren(element: Element, wrapsRuns: boolean, isTime: () => boolean): Steps {
	let run: ChildNode[] = [];
	const closeRun = () => {
		if (wrapsRuns) wrap(run);
		run = [];
	};
	for (const node of childNodes(element)) {
		if (isElement(node) && (isBlock(node) || holdsBlock(node))) {
			closeRun();
			if (isTime()) yield;
			yield* flattenBlock(node, isTime);
		} else if (isElement(node) || isText(node)) run.push(node);
		else node.remove();
	}
	closeRun();
}

function* flattenBlock(block: Element, isTime: () => boolean): Steps {
	const tag = tagOf(block);
	if (tag === "pre" || tag === "hr") return;
	if (/^(table|thead|tbody|tfoot|tr|ul|ol)$/.test(tag)) {
		for (const child of Array.from(block.children)) {
			if (isTime()) yield;
			yield* flattenBlock(child, isTime);
		}
	} else if (tag === "td" || tag === "th" || /^h[1-6]$/.test(tag)) return;
	else if (tag === "p" && !holdsBlock(block)) return;
	else if (tag === "li") yield* flattenChildren(block, holdsParagraphs(block), isTime);
	else {
		yield* flattenChildren(block, true, isTime);
		if (tag === "p" || !MEANT.has(tag)) unwrap(block);
	}
}

function holdsParagraphs(item: Element): boolean {
	return Array.from(item.children).some((child) => /^(p|div|pre|blockquote|table|h[1-6])$/.test(tagOf(child)));
}

function holdsBlock(element: Element): boolean {
	for (let node = element.firstChild; node !== null; node = node.nextSibling) {
		if (isElement(node) && (isBlock(node) || holdsBlock(node))) return true;
	}
	return false;
}

/** Two line breaks in a row part paragraphs, as they do for the eye. */
function wrap(run: readonly ChildNode[]): void {
	let paragraph: ChildNode[] = [];
	const close = () => {
		const first = paragraph[0];
		const hasContent = paragraph.some((node) => (isText(node) ? node.data.trim() !== "" : !isBreak(node)));
		if (first !== undefined && hasContent) {
			const block = make(first, "p");
			first.before(block);
			block.append(...paragraph);
		} else paragraph.forEach((node) => node.remove());
		paragraph = [];
	};
	run.forEach((node, index) => {
		const next = run.slice(index + 1, index + 8).find((each) => !isText(each) || each.data.trim() !== "");
		if (isBreak(node) && next !== undefined && isBreak(next)) {
			node.remove();
			close();
		} else if (isBreak(node) && paragraph.length === 0) node.remove();
		else paragraph.push(node);
	});
	close();
}

function isBreak(node: Node): boolean {
	return tagOf(node) === "br";
}

/** An address the clipper itself marked; pages cannot set these, see `dropForeignMarks`. */
export function dropForeignMarks(root: Element): void {
	for (const element of Array.from(root.querySelectorAll("*"))) {
		for (const name of element.getAttributeNames()) {
			if (name.startsWith("data-winnow") && attribute(element, name) !== null) element.removeAttribute(name);
		}
	}
}
