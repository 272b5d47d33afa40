import { noteText } from "../source/source-note";
import { pathIn } from "../vault/path-in";
import type { PropertyChanges } from "../vault/safe-vault";
import { projectNoteBody } from "./project-note";

/** The words of a new project's files in the person's language. */
export type ProjectWords = Readonly<{
	outlineFile: string;
	draftFile: string;
	/** For whom, what they know, where they will get lost, what they should understand at the end. */
	questions: readonly [string, string, string, string];
	tray: string;
}>;

export type ProjectPaths = Readonly<{
	folder: string;
	note: string;
	outline: string;
	draft: string;
}>;

export type ProjectFile = Readonly<{ path: string; text: string }>;

/** What the author gives a new project note. */
export type AuthorsPart = Readonly<{
	/** In the order of the brief's questions; "" leaves one open. */
	answers: readonly string[];
	/** Further properties. */
	properties: PropertyChanges;
}>;

const NOTHING_YET: AuthorsPart = { answers: [], properties: {} };

/** Where a new project's files lie. @param name a folder name that is free. */
export function projectPaths(
	researchFolder: string,
	name: string,
	words: ProjectWords,
): ProjectPaths {
	const folder = pathIn(researchFolder, name);
	return {
		folder,
		note: `${folder}/${name}.md`,
		outline: `${folder}/${words.outlineFile}.canvas`,
		draft: `${folder}/${words.draftFile}.md`,
	};
}

/** The files of a new project: the note last, for it makes the others a project. */
export function projectFiles(
	paths: ProjectPaths,
	words: ProjectWords,
	created: string,
	newId: () => string,
	{ answers, properties }: AuthorsPart = NOTHING_YET,
): readonly ProjectFile[] {
	const projectLink = linkTo(paths.note);
	return [
		{ path: paths.outline, text: emptyOutline(words.tray, newId()) },
		{ path: paths.draft, text: noteText({ project: projectLink }, "") },
		{
			path: paths.note,
			text: noteText(
				{
					type: "research-project",
					created,
					outline: linkTo(paths.outline),
					draft: linkTo(paths.draft),
					brief: words.questions,
					...properties,
				},
				projectNoteBody(words.questions, answers),
			),
		},
	];
}

/** A link that stays right among many projects with equal file names: the whole path, shown by its name. */
export function linkTo(path: string): string {
	const target = path.replace(/\.md$/, "");
	const name = target.slice(target.lastIndexOf("/") + 1).replace(/\.canvas$/, "");
	return target === name ? `[[${target}]]` : `[[${target}|${name}]]`;
}

/** JSON Canvas 1.0 with the tray alone, as the app writes canvases: tabs, one node a line. */
function emptyOutline(tray: string, id: string): string {
	const node = {
		id,
		type: "group",
		x: 0,
		y: 0,
		width: 460,
		height: 300,
		label: tray,
		winnow: { tray: true },
	};
	return `{\n\t"nodes":[\n\t\t${JSON.stringify(node)}\n\t],\n\t"edges":[]\n}`;
}
