import { ConfirmationModal } from "obsidian";
import { linkTo } from "../project/project-files";
import { noteText } from "../source/source-note";
import { t } from "../ui/i18n";
import { showDone, showTrouble } from "../ui/notice";
import { guarded } from "../ui/report-bug";
import type { Step } from "../vault/undo-log";
import { explainWrite } from "./act-words";
import type { Inbox } from "./inbox-parts";
import { makeProject } from "./make-project-face";
import { openNote } from "./open-project-face";
import { SAMPLE_SOURCES } from "./sample-sources";
import { datetimeProperty } from "./triage";

/** Marks what was made as a sample, on every device the vault is on. */
const MARK = "winnow-sample";

/** Makes a project with six sources on this device. Asks the network nothing. */
export async function makeSample(inbox: Inbox): Promise<void> {
	const paths = await makeProject(inbox, t("project.sampleTopic"), { answers: [], properties: { [MARK]: true } });
	if (paths === null) return;
	const now = inbox.now();
	const steps: Step[] = [];
	for (const [index, sample] of SAMPLE_SOURCES.entries()) {
		const clipped = new Date(now.getTime() - (index + 1) * 86_400_000);
		const properties = {
			title: sample.name,
			source: `https://example.com/winnow-sample/${index + 1}`,
			author: sample.author,
			created: datetimeProperty(clipped),
			description: sample.description,
			language: "en",
			kind: sample.kind,
			primary: sample.isPrimary ? true : null,
			tags: ["clippings"],
			status: "new",
			project: linkTo(paths.note),
			category: sample.category === "" ? null : sample.category,
			words: sample.body.split(/\s+/).length,
			[MARK]: true,
		};
		const made = await inbox.vault.createBeside(
			`${paths.folder}/Sources`,
			sample.name,
			noteText(properties, sample.body),
		);
		if (made.ok) steps.push({ kind: "created", path: made.value.path, text: made.value.after });
		else showTrouble(explainWrite(made.error));
	}
	const label = t("project.sampleMade");
	inbox.undo.record({ label, at: now.toISOString(), steps });
	openNote(inbox, paths.note);
}

/** Offers to take the sample away again. @returns whether there is one. */
export function removeSample(inbox: Inbox, checking: boolean): boolean {
	const folder = sampleFolder(inbox);
	if (folder === null) return false;
	if (!checking) ask(inbox, folder);
	return true;
}

function sampleFolder({ app, projects }: Inbox): string | null {
	const sample = projects.all().find(({ path }) => {
		const file = app.vault.getFileByPath(path);
		return file !== null && app.metadataCache.getFileCache(file)?.frontmatter?.[MARK] === true;
	});
	return sample?.folder ?? null;
}

function ask(inbox: Inbox, folder: string): void {
	const modal = new ConfirmationModal(inbox.app);
	modal.setTitle(t("project.removeSample"));
	modal.contentEl.createEl("p", { text: t("project.removeSampleWhat", { folder }) });
	modal.addButton((button) =>
		button
			.setButtonText(t("project.removeSampleDo"))
			.setDestructive()
			.onClick(() => {
				modal.close();
				guarded(async () => {
					const gone = await inbox.vault.trash(folder);
					if (gone.ok) showDone(t("project.sampleRemoved"));
					else showTrouble(explainWrite(gone.error));
				});
			}),
	);
	modal.addCancelButton(t("common.cancel"));
	modal.open();
}
