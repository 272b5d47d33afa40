import { all, attribute, isElement, isText, nameWords, squash, tagOf, textOf } from "./elements";

const AUTHOR_WORDS: ReadonlySet<string> = new Set("author user username poster name member nickname nick sender creator profile who from by".split(" "));
const PERSON_ADDRESS = /\/(user|users|member|members|profile|profiles|people|person|u|author|authors)[/=]|\/[~@]\w|space-uid|[?&](user|uid|u)=|^mailto:/;
const NO_NAME = /^(reply|quote|report|share|link|parent|permalink|edit|like|points?|posted|posts?|asked|answered|commented|submitted|wrote|said|on|at|by|from|date|subject|to|re|ago|today|yesterday|op|mod|moderator|admin|administrator|staff|original poster|thread starter|topic author|author|new|member|junior member|senior member|registered|guest|messages?|subject|\W+|#?\d+)\b:?$|^v?\d|^(version|release|changes?|week|day|episode|chapter|part|update)\b/i;
const LONGEST_NAME = 40;

/** Only where the markup says it: a part named so, or a link to a person. */
export function saidName(head: Element, bodies: readonly Element[], date: Element): string {
	const isOutside = (node: Node) => !bodies.some((body) => body === node || (body !== head && body.contains(node)));
	const parts = all(head, "a, span, strong, b, div, cite, h3, h4, h5, p, td, [rel~=author]").filter((part) => isOutside(part) && !part.contains(date) && part !== date && (part.closest("h1, h2") === null || head.closest("h1, h2") !== null));
	const named = parts.find((part) => tagOf(part) === "a" && nameWords(part).some((word) => AUTHOR_WORDS.has(word)) && isName(cut(textOf(part)))) ?? parts.find((part) => (attribute(part, "rel") === "author" || PERSON_ADDRESS.test(attribute(part, "href"))) && isName(textOf(part))) ?? parts.find((part) => nameWords(part).some((word) => AUTHOR_WORDS.has(word)) && isName(cut(textOf(part))));
	return named === undefined ? "" : cut(textOf(named));
}

/** Who wrote a post, by what stands beside its text: a named part, a link to a person, else the first words that can be a name. */
export function nameIn(head: Element, bodies: readonly Element[], date: Element): string {
	const isOutside = (node: Node) => !bodies.some((body) => body === node || (body !== head && body.contains(node)));
	const said = saidName(head, bodies, date);
	if (said !== "") return said;
	const pieces: string[] = [];
	const walk = (node: Node): void => {
		if (isText(node)) pieces.push(...cut(squash(node.data)).split(/\s+[·|•]\s*|\s*[·|•]\s+/).map(cut));
		else if (isElement(node) && (node !== date || date.children.length > 0 || node === head) && !/^(button|svg|script|style|form|time|small|h1|h2)$/.test(node === head ? "" : tagOf(node)) && (node === head || isOutside(node))) node.childNodes.forEach(walk);
	};
	walk(head);
	return pieces.find(isName) ?? "";
}

/** `Marta Lindqvist <m@…> wrote:` → the name. */
function cut(text: string): string {
	return text.replace(/\s*[<(][^>)]*[>)]?\s*:?$/, "").replace(/,\s.*\d{4}.*$/, "").replace(/^(posted |written |asked |answered |submitted )?(by|from|von|de):?\s+/i, "").replace(/\s+(wrote|said|writes|schrieb)( on)?\s*:?$/i, "").replace(/[:,]+$/, "").trim();
}

function isName(text: string): boolean {
	return text.length >= 2 && text.length <= LONGEST_NAME && /\p{L}/u.test(text) && !NO_NAME.test(text) && !/[.!?]\s|[{}<>=]|https?:/.test(text) && text.split(/\s+/).length <= 4;
}
