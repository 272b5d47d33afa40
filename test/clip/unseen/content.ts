import { phrase, pick, promotion, sentence, sentences, type Random, type Tongue } from "./words";

/** A run of text; a string is plain. */
export type Run = string | Readonly<{ link: string; text: string }> | Readonly<{ strong: string }> | Readonly<{ code: string }>;
export type Block = Readonly<
	| { kind: "text"; runs: readonly Run[] }
	| { kind: "heading"; level: 2 | 3; text: string }
	| { kind: "list"; isOrdered: boolean; items: readonly string[]; nested: readonly string[] }
	| { kind: "code"; language: string; code: string }
	| { kind: "table"; rows: readonly (readonly string[])[] }
	| { kind: "quote"; text: string }
	| { kind: "picture"; file: string; alt: string; caption: string }
>;

const CODES: readonly Readonly<{ language: string; code: string }>[] = [
	{ language: "python", code: 'def drain(tank, rate=3):\n    """Empties a tank."""\n    while tank.level > 0:\n        tank.level -= rate\n\n    return tank' },
	{ language: "js", code: "const level = (tank) => tank.height < 4\n  ? `low: ${tank.height}`\n  : \"fine\";\n\nexport default level;" },
	{ language: "bash", code: "pump --list | grep -v '^#'\nif [ $? -ne 0 ]; then\n\techo \"no pump\" >&2\nfi" },
	{ language: "rust", code: "fn main() {\n    let v: Vec<u8> = vec![1, 2];\n    println!(\"{:?}\", &v[..]);\n}" },
	{ language: "yaml", code: "pump:\n  seals:\n    - upper\n    - lower # weeps\n  warm: true" },
];

export function textBlock(random: Random, tongue: Tongue): Block {
	const runs: Run[] = [sentences(random, tongue, 2 + Math.floor(random() * 4))];
	const roll = random();
	if (roll < 0.25) runs.push(" ", { link: `https://elsewhere.example/p/${Math.floor(random() * 900)}`, text: phrase(random, tongue) }, ". ", sentence(random, tongue));
	else if (roll < 0.35) runs.push(" ", { strong: phrase(random, tongue) }, ". ");
	else if (roll < 0.42) runs.push(" ", { code: "tank.level" }, " ", sentence(random, tongue));
	return { kind: "text", runs };
}

const list = (random: Random, tongue: Tongue): Block => ({
	kind: "list",
	isOrdered: random() < 0.4,
	items: Array.from({ length: 3 + Math.floor(random() * 3) }, () => (random() < 0.5 ? phrase(random, tongue) : sentence(random, tongue))),
	nested: random() < 0.3 ? [phrase(random, tongue), phrase(random, tongue)] : [],
});

/** A text as people write them: paragraphs under headings, now and then something else. */
export function article(random: Random, tongue: Tongue, sections: number): readonly Block[] {
	const blocks: Block[] = [textBlock(random, tongue), textBlock(random, tongue)];
	for (let at = 0; at < sections; at++) {
		blocks.push({ kind: "heading", level: random() < 0.75 ? 2 : 3, text: phrase(random, tongue) });
		const count = 1 + Math.floor(random() * 3);
		for (let each = 0; each < count; each++) {
			blocks.push(textBlock(random, tongue));
			const roll = random();
			if (roll < 0.18) blocks.push(list(random, tongue));
			else if (roll < 0.3) blocks.push({ kind: "code", ...pick(random, CODES) });
			else if (roll < 0.38) blocks.push({ kind: "quote", text: sentences(random, tongue, 2) });
			else if (roll < 0.46) blocks.push({ kind: "table", rows: Array.from({ length: 4 }, () => [phrase(random, tongue), String(Math.floor(random() * 900)), String(Math.floor(random() * 900))]) });
			else if (roll < 0.54) blocks.push({ kind: "picture", file: `plate-${Math.floor(random() * 9000)}.jpg`, alt: phrase(random, tongue), caption: random() < 0.5 ? sentence(random, tongue) : "" });
		}
	}
	return blocks;
}

export const advertText = (random: Random): string => `${promotion(random)} ${promotion(random)}`;

/** What a reader of the page would copy out by hand. */
export function truthOf(blocks: readonly Block[]): string {
	return blocks.map(blockTruth).join("\n\n");
}

function blockTruth(block: Block): string {
	switch (block.kind) {
		case "text":
			return block.runs.map((run) => (typeof run === "string" ? run : "link" in run ? `[${run.text}](${run.link})` : "strong" in run ? `**${run.strong}**` : `\`${run.code}\``)).join("");
		case "heading":
			return `${"#".repeat(block.level)} ${block.text}`;
		case "list":
			return [...block.items.map((item, at) => `${block.isOrdered ? `${at + 1}.` : "-"} ${item}`), ...block.nested.map((item) => `   - ${item}`)].join("\n");
		case "code":
			return `\`\`\`${block.language}\n${block.code}\n\`\`\``;
		case "table":
			return [block.rows[0] ?? [], ["---", "---", "---"], ...block.rows.slice(1)].map((row) => `| ${row.join(" | ")} |`).join("\n");
		case "quote":
			return `> ${block.text}`;
		case "picture":
			return `![${block.alt}](https://site.example/img/${block.file})${block.caption === "" ? "" : `\n\n${block.caption}`}`;
	}
}
