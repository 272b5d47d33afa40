import { FRAMES, NAMINGS, pageOf } from "./chrome";
import { article, truthOf } from "./content";
import { DIALECTS, writeBlocks } from "./dialects";
import { KINDS } from "./kinds";
import { ENGINES, posts, truthOfThread } from "./threads";
import { personName, phrase, pick, randomFrom, type Tongue } from "./words";

/** A page nobody has seen, and what a reader would copy out of it, as Markdown. */
export type UnseenPage = Readonly<{ id: string; group: "text" | "thread" | "kind"; url: string; html: string; truth: string; title: string; author: string; published: string }>;

const TONGUES: readonly Tongue[] = ["en", "en", "en", "zh", "en", "de", "en", "ja", "en", "ar", "en", "ru"];

/** Every frame in several dialects, namings and languages; every engine; every kind. The same for the same seed. */
export function unseenPages(seed: number, rounds = 4): readonly UnseenPage[] {
	const pages: UnseenPage[] = [];
	for (let round = 0; round < rounds; round++) {
		FRAMES.forEach((frame, at) => {
			const random = randomFrom(seed + round * 1000 + at);
			const tongue = TONGUES[(at + round * 5) % TONGUES.length] ?? "en";
			const dialect = pick(random, DIALECTS);
			const naming = pick(random, NAMINGS);
			const blocks = article(random, tongue, 2 + Math.floor(random() * 6));
			const title = phrase(random, tongue);
			const author = personName(random);
			const published = `2023-0${1 + (at % 9)}-1${round}`;
			const body = frame.write({ random, tongue, title, author, date: published, bodyHtml: writeBlocks(blocks, dialect), cls: naming.cls, dialect });
			pages.push({ id: `text ${round}: ${frame.name}, ${dialect.name}, ${naming.name}, ${tongue}`, group: "text", url: `https://site.example/posts/${at}`, html: pageOf(tongue, title, body), truth: truthOf(blocks), title, author: body.includes(author) ? author : "", published: body.includes(published) ? published : "" });
		});
	}
	for (let round = 0; round < Math.ceil(rounds / 2); round++) {
		ENGINES.forEach((engine, at) => {
			const random = randomFrom(seed + 50_000 + round * 1000 + at);
			const tongue: Tongue = /Discuz|V2EX/.test(engine.name) ? "zh" : round % 2 === 0 ? "en" : "de";
			const said = posts(random, tongue, 6 + Math.floor(random() * 8));
			const title = phrase(random, tongue);
			const isOne = engine.name.includes("one letter");
			const truth = truthOfThread(isOne ? said.slice(0, 1) : said);
			pages.push({ id: `thread ${round}: ${engine.name}`, group: "thread", url: engine.url, html: pageOf(tongue, title, engine.write(said, title, random)), truth, title, author: said[0]?.who ?? "", published: (said[0]?.when ?? "").slice(0, 10) });
		});
	}
	KINDS.forEach((kind, at) => {
		const made = kind.write(randomFrom(seed + 90_000 + at));
		pages.push({ id: `kind: ${kind.name}`, group: "kind", url: kind.url, ...made, author: "", published: "" });
	});
	return pages;
}
