/** The inline syntax Obsidian adds to Markdown, as rules for markdown-it. */
import type MarkdownIt from "markdown-it";

const IMAGE_SIZE = /^(.*?)\|?(\d{1,5})(?:x(\d{1,5}))?$/;
// A scheme, or a protocol-relative address: such a link leaves the vault.
const LEAVES_VAULT = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

export function obsidianInline(md: MarkdownIt): void {
	const { escapeHtml } = md.utils;

	md.inline.ruler.before("escape", "math", (state, silent) => {
		const { src, pos } = state;
		if (src[pos] !== "$") return false;
		const fence = src[pos + 1] === "$" ? "$$" : "$";
		const close = src.indexOf(fence, pos + fence.length);
		const tex = src.slice(pos + fence.length, close);
		if (close === -1 || tex === "") return false;
		if (
			fence === "$" &&
			(/^\s|\s$/.test(tex) ||
				tex.endsWith("\\") ||
				/^\d/.test(src.slice(close + 1, close + 2)))
		)
			return false;
		if (!silent) {
			const token = state.push("math_inline", "span", 0);
			token.content = tex;
			token.markup = fence;
		}
		state.pos = close + fence.length;
		return true;
	});
	md.renderer.rules["math_inline"] = (tokens, at) =>
		`<span class="math ${tokens[at]?.markup === "$$" ? "math-block" : "math-inline"}">${escapeHtml(tokens[at]?.content ?? "")}</span>`;

	md.inline.ruler.before("link", "wikilink", (state, silent) => {
		const { src, pos } = state;
		const isEmbed = src[pos] === "!";
		const open = pos + (isEmbed ? 1 : 0);
		if (!src.startsWith("[[", open)) return false;
		const close = src.indexOf("]]", open + 2);
		const inside = src.slice(open + 2, close);
		if (close === -1 || inside.trim() === "" || inside.includes("\n") || inside.includes("[["))
			return false;
		if (!silent) {
			const token = state.push(isEmbed ? "embed" : "wikilink", "", 0);
			token.content = inside;
		}
		state.pos = close + 2;
		return true;
	});
	md.renderer.rules["wikilink"] = (tokens, at) => {
		const [target, alias] = splitAlias(tokens[at]?.content ?? "");
		const shown = alias ?? target.replace(/^#/, "").replaceAll("#", " > ");
		return internalLink(md, target, escapeHtml(shown));
	};
	md.renderer.rules["embed"] = (tokens, at) => {
		const [target, alias] = splitAlias(tokens[at]?.content ?? "");
		return embed(md, target, alias ?? target);
	};

	md.inline.ruler.before("emphasis", "highlight", (state, silent) => {
		if (silent || !state.src.startsWith("==", state.pos)) return false;
		const close = state.src.indexOf("==", state.pos + 2);
		const inside = state.src.slice(state.pos + 2, close);
		if (close === -1 || inside.trim() === "" || /^\s|\s$/.test(inside)) return false;
		const end = state.posMax;
		state.push("mark_open", "mark", 1);
		state.pos += 2;
		state.posMax = close;
		state.md.inline.tokenize(state);
		state.push("mark_close", "mark", -1);
		state.pos = close + 2;
		state.posMax = end;
		return true;
	});

	md.inline.ruler.before("escape", "comment", (state) => {
		if (!state.src.startsWith("%%", state.pos)) return false;
		const close = state.src.indexOf("%%", state.pos + 2);
		if (close === -1) return false;
		state.pos = close + 2;
		return true;
	});

	md.inline.ruler.before("escape", "tag", (state, silent) => {
		const { src, pos } = state;
		if (src[pos] !== "#" || (pos > 0 && !/\s/.test(src[pos - 1] ?? ""))) return false;
		const name = /^[\p{L}\p{N}\p{Extended_Pictographic}_/-]+/u.exec(
			src.slice(pos + 1, pos + 201),
		)?.[0];
		if (name === undefined || /^\d+$/.test(name)) return false;
		if (!silent) state.push("tag", "", 0).content = name;
		state.pos = pos + 1 + name.length;
		return true;
	});
	md.renderer.rules["tag"] = (tokens, at) => {
		const name = escapeHtml(tokens[at]?.content ?? "");
		return `<a href="#${name}" class="tag" rel="noopener nofollow">#${name}</a>`;
	};

	// markdown-it's text rule runs over these; it must stop where they may start.
	const plain = /[^\n!#$%&*+\-:<=>@[\\\]^_`{}~]/;
	md.inline.ruler.at("text", (state, silent) => {
		let { pos } = state;
		while (pos < state.posMax && plain.test(state.src[pos] ?? "")) pos += 1;
		if (pos === state.pos) return false;
		if (!silent) state.pending += state.src.slice(state.pos, pos);
		state.pos = pos;
		return true;
	});

	md.core.ruler.push("block_ids", (state) => {
		for (const token of state.tokens) {
			const text = token.type === "inline" ? token.children?.at(-1) : undefined;
			if (text?.type === "text")
				text.content = text.content.replace(/(^|\s)\^[A-Za-z0-9-]+$/, "");
		}
	});

	md.core.ruler.push("tasks", (state) => {
		state.tokens.forEach((token, at) => {
			const item = state.tokens[at - 2];
			if (token.type !== "inline" || item?.type !== "list_item_open") return;
			const text = token.children?.[0];
			const task = /^\[(.)\]\s/.exec(text?.type === "text" ? text.content : "");
			if (task === null || text === undefined) return;
			const mark = task[1] ?? " ";
			text.content = text.content.slice(4);
			item.attrJoin("class", `task-list-item${mark === " " ? "" : " is-checked"}`);
			item.attrSet("data-task", mark.trim());
			item.attrSet("data-line", String(token.map?.[0] ?? 0));
			const list = listAbove(state.tokens, at);
			if (list !== undefined && !(list.attrGet("class") ?? "").includes("contains-task-list"))
				list.attrJoin("class", "contains-task-list");
			const box = new state.Token("html_inline", "", 0);
			box.content = `<input type="checkbox" class="task-list-item-checkbox"${mark === " " ? "" : " checked"}>`;
			token.children?.unshift(box);
		});
	});

	md.renderer.rules["link_open"] = (tokens, at, options, _env, self) => {
		const token = tokens[at];
		if (token === undefined) return "";
		const href = token.attrGet("href") ?? "";
		if (!LEAVES_VAULT.test(href)) {
			token.attrSet("data-href", decoded(href));
			token.attrSet("class", "internal-link");
		} else token.attrSet("class", "external-link");
		token.attrSet("target", "_blank");
		token.attrSet("rel", "noopener nofollow");
		return self.renderToken(tokens, at, options);
	};
	md.renderer.rules["image"] = (tokens, at) => {
		const token = tokens[at];
		const src = token?.attrGet("src") ?? "";
		const alt = token?.content ?? "";
		if (!LEAVES_VAULT.test(src)) return embed(md, decoded(src), alt === "" ? src : alt);
		return `<img src="${escapeHtml(src)}" ${sizeOf(md, alt)} referrerpolicy="no-referrer">`;
	};
	md.renderer.rules["heading_open"] = (tokens, at, options, _env, self) => {
		tokens[at]?.attrSet("data-heading", tokens[at + 1]?.content ?? "");
		return self.renderToken(tokens, at, options);
	};
}

function listAbove(tokens: ReturnType<MarkdownIt["parse"]>, at: number) {
	let depth = 0;
	for (let i = at; i >= 0; i--) {
		const token = tokens[i];
		if (token?.type.endsWith("_list_close")) depth += 1;
		if (token?.type.endsWith("_list_open") && depth-- === 0) return token;
	}
	return undefined;
}

function internalLink(md: MarkdownIt, target: string, html: string): string {
	const href = md.utils.escapeHtml(target.trim());
	return `<a data-href="${href}" href="${href}" class="internal-link" target="_blank" rel="noopener nofollow">${html}</a>`;
}

function embed(md: MarkdownIt, target: string, alt: string): string {
	return `<span class="internal-embed" data-src="${md.utils.escapeHtml(target.trim())}" ${sizeOf(md, alt)}></span>`;
}

/** `alt|200` and a bare `200` or `200x100` give a size, as in the app. */
function sizeOf(md: MarkdownIt, alt: string): string {
	const size = /(?:^|\|)\d{1,5}(?:x\d{1,5})?$/.test(alt) ? IMAGE_SIZE.exec(alt) : null;
	if (size === null) return `alt="${md.utils.escapeHtml(alt)}"`;
	const height = size[3] === undefined ? "" : ` height="${size[3]}"`;
	return `alt="${md.utils.escapeHtml(size[1] ?? "")}" width="${size[2] ?? ""}"${height}`;
}

function splitAlias(inside: string): [target: string, alias: string | null] {
	const pipe = inside.indexOf("|");
	// In a table the pipe is escaped: `[[Note\|alias]]`.
	if (pipe === -1) return [inside, null];
	return [inside.slice(0, pipe).replace(/\\$/, ""), inside.slice(pipe + 1)];
}

function decoded(link: string): string {
	try {
		return decodeURI(link);
	} catch {
		return link; // a lone % is text
	}
}
