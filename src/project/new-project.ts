import { fail, type Result } from "../result";
import { fileName } from "../vault/file-name";
import type { SafeVault, WriteFailure } from "../vault/safe-vault";
import type { Act, Step } from "../vault/undo-log";
import {
	projectFiles,
	projectPaths,
	type AuthorsPart,
	type ProjectPaths,
	type ProjectWords,
} from "./project-files";

export type NewProjectParts = Readonly<{
	vault: Pick<SafeVault, "create">;
	undo: Readonly<{ record(act: Omit<Act, "id">): void }>;
	/** Names of files and folders that stand in the research folder. */
	namesIn(folder: string): Promise<readonly string[]>;
	now(): Date;
	newId(): string;
}>;

export type NewProject = AuthorsPart &
	Readonly<{
		researchFolder: string;
		title: string;
		words: ProjectWords;
		/** What the person sees in the undo list. */
		label: string;
		/** A datetime property's text. */
		created: string;
	}>;

/**
 * Makes a project: its folder, outline, draft and note with the brief's questions. One act of the undo list, also
 * where the disk refused half way: what was made can be taken back.
 */
export async function createProject(
	parts: NewProjectParts,
	wanted: NewProject,
): Promise<Result<ProjectPaths, WriteFailure>> {
	const { researchFolder, title, words, label, created } = wanted;
	let taken: readonly string[];
	try {
		taken = await parts.namesIn(researchFolder);
	} catch (error) {
		return fail({
			kind: "disk",
			detail: error instanceof Error ? error.message : String(error),
		});
	}
	const paths = projectPaths(researchFolder, fileName(title, taken, ""), words);
	const steps: Step[] = [];
	let failure: WriteFailure | null = null;
	for (const file of projectFiles(paths, words, created, () => parts.newId(), wanted)) {
		const made = await parts.vault.create(file.path, file.text);
		if (!made.ok) {
			failure = made.error;
			break;
		}
		steps.push({ kind: "created", path: file.path, text: file.text });
	}
	if (steps.length > 0) parts.undo.record({ label, at: parts.now().toISOString(), steps });
	return failure === null ? { ok: true, value: paths } : fail(failure);
}
