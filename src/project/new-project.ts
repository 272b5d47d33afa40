import { fail, type Result } from "../result";
import { fileName } from "../vault/file-name";
import type { SafeVault, WriteFailure } from "../vault/safe-vault";
import type { Act, Step } from "../vault/undo-log";
import { projectFiles, projectPaths, type ProjectPaths, type ProjectWords } from "./project-files";

export type NewProjectParts = Readonly<{
	vault: Pick<SafeVault, "create">;
	undo: Readonly<{ record(act: Omit<Act, "id">): void }>;
	/** Names of files and folders that stand in the research folder. */
	namesIn(folder: string): Promise<readonly string[]>;
	now(): Date;
	newId(): string;
}>;

/**
 * Makes a project: its folder, outline, draft and note with the brief's questions. One act of the undo list, also
 * where the disk refused half way: what was made can be taken back.
 * @param label what the person sees in the undo list.
 * @param created a datetime property's text.
 */
export async function createProject(
	parts: NewProjectParts,
	researchFolder: string,
	title: string,
	words: ProjectWords,
	label: string,
	created: string,
): Promise<Result<ProjectPaths, WriteFailure>> {
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
	for (const file of projectFiles(paths, words, created, () => parts.newId())) {
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
