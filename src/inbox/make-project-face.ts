import type { TFolder } from "obsidian";
import { createProject } from "../project/new-project";
import { linkTo, projectFiles, type AuthorsPart, type ProjectPaths } from "../project/project-files";
import { t } from "../ui/i18n";
import { showTrouble } from "../ui/notice";
import type { Act, Step } from "../vault/undo-log";
import { explainWrite } from "./act-words";
import type { Inbox } from "./inbox-parts";
import { openNote } from "./open-project-face";
import { projectWords } from "./project-words";
import { datetimeProperty } from "./triage";

/**
 * Makes the folder and its files, and moves sources into the project: one act. Null: the person was told why not.
 * @param sources paths of sources that come along.
 */
export async function makeProject(
	inbox: Inbox,
	topic: string,
	own: AuthorsPart,
	sources: readonly string[] = [],
): Promise<ProjectPaths | null> {
	let act: Omit<Act, "id"> | null = null;
	const made = await createProject(
		{
			vault: inbox.vault,
			undo: { record: (recorded) => (act = recorded) },
			namesIn: (folder) => Promise.resolve(namesIn(inbox, folder)),
			now: () => inbox.now(),
			newId: newNodeId,
		},
		{
			...own,
			researchFolder: inbox.settings.researchFolder,
			title: topic,
			words: projectWords(),
			label: t("project.made", { name: topic }),
			created: datetimeProperty(inbox.now()),
		},
	);
	if (act !== null) await recordWith(inbox, act, made.ok ? made.value.note : null, sources);
	if (made.ok) return made.value;
	showTrouble(explainWrite(made.error));
	return null;
}

/**
 * Makes a folder that is there a project: what it lacks is added, nothing in it is overwritten, and the sources in
 * it that belong to no project yet become its own. One act.
 */
export async function makeProjectOf(inbox: Inbox, folder: TFolder): Promise<void> {
	const words = projectWords();
	const paths = {
		folder: folder.path,
		note: `${folder.path}/${folder.name}.md`,
		outline: `${folder.path}/${words.outlineFile}.canvas`,
		draft: `${folder.path}/${words.draftFile}.md`,
	};
	const steps: Step[] = [];
	let isMade = false;
	for (const file of projectFiles(paths, words, datetimeProperty(inbox.now()), newNodeId)) {
		const made = await inbox.vault.create(file.path, file.text);
		if (made.ok) steps.push({ kind: "created", path: file.path, text: file.text });
		else if (made.error.kind !== "exists") {
			showTrouble(explainWrite(made.error));
			break;
		} else if (file.path === paths.note) {
			// A note of that name is the person's: it becomes the project note by its properties alone.
			const adopted = await adopt(inbox, paths);
			if (adopted === "refused") break;
			if (adopted !== null) steps.push(adopted);
		}
		isMade ||= file.path === paths.note;
	}
	const inside = inbox.sources
		.all()
		.filter(({ path, projects }) => projects.length === 0 && path.startsWith(`${folder.path}/`))
		.map(({ path }) => path);
	const act = { label: t("project.made", { name: folder.name }), at: inbox.now().toISOString(), steps };
	await recordWith(inbox, act, isMade ? paths.note : null, inside);
	if (isMade) openNote(inbox, paths.note);
}

/** Records what was made, together with moving sources there. @param note null: there is no project to move them to. */
async function recordWith(
	inbox: Inbox,
	act: Omit<Act, "id">,
	note: string | null,
	sources: readonly string[],
): Promise<void> {
	if (note === null || sources.length === 0) {
		if (act.steps.length > 0) inbox.undo.record(act);
		return;
	}
	const change = { kind: "project", link: linkTo(note) } as const;
	const { failed } = await inbox.decider.decide(sources, change, () => act.label, act.steps);
	const [first] = failed;
	if (first !== undefined) showTrouble(explainWrite(first.failure));
}

async function adopt(inbox: Inbox, paths: ProjectPaths): Promise<Step | null | "refused"> {
	const changes = {
		type: "research-project",
		outline: linkTo(paths.outline),
		draft: linkTo(paths.draft),
	};
	const changed = await inbox.vault.changeProperties(paths.note, changes);
	if (changed.ok) return inbox.stepOf(changed.value, changes);
	showTrouble(explainWrite(changed.error));
	return "refused";
}

/** Names of files and folders that a new project's name must not be. */
export function namesIn({ app }: Pick<Inbox, "app">, folder: string): readonly string[] {
	const known = folder === "" ? app.vault.getRoot() : app.vault.getFolderByPath(folder);
	return known?.children.map(({ name }) => name) ?? [];
}

/** As the app names canvas nodes: 16 hex digits. */
function newNodeId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
		byte.toString(16).padStart(2, "0"),
	).join("");
}
