/** A post as an interface of its site gives it; `html` is foreign. */
export type PagePost = Readonly<{ author: string; date: string; html: string; score?: number; isAccepted?: boolean }>;

/** Posts as a page that is read like any other thread: code, formulas and pictures go the same way. */
export function threadPage(title: string, site: string, posts: readonly PagePost[]): string {
	const head = `<meta charset="utf-8"><meta name="generator" content="Discourse"><meta property="og:site_name" content="${escapeHtml(site)}"><title>${escapeHtml(title)}</title>`;
	const body = posts.map((post) => {
		const score = post.score === undefined ? "" : ` data-score="${String(post.score)}"`;
		return `<div class="topic-post"><article data-post-id="1"${score} class="${post.isAccepted === true ? "accepted-answer" : ""}"><div class="names"><span class="username">${escapeHtml(post.author)}</span></div><time datetime="${escapeHtml(post.date)}"></time><div class="cooked">${balanced(post.html)}</div></article></div>`;
	});
	return `<!doctype html><html><head>${head}</head><body><h1>${escapeHtml(title)}</h1>${body.join("")}</body></html>`;
}

/** A post cannot end the box that it stands in. */
function balanced(html: string): string {
	return html.replace(/<\/?(body|html|head)\b[^>]{0,500}>/gi, "").replace(/<\/(article|main)\s*>/gi, "");
}

/** Text for the inside of an element or of an attribute in double quotes. */
function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
