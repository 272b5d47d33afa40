import type { CliData, CliFlags } from "obsidian";
import type { Result } from "../result";
import { STATUSES } from "../source/status";
import { t } from "../ui/i18n";
import { actWords, explainWrite, titleOf } from "./act-words";
import { listText, namedSource, statusText, type CliRefusal, type CliWorld } from "./inbox-cli";
import type { Inbox } from "./inbox-parts";
import type { Decision } from "./triage";

/** The command line of the app: list, keep, throw away, count. Answers in plain lines for scripts. */
export function registerCli(inbox: Inbox): void {
	const { plugin } = inbox;
	const project: CliFlags = {
		project: { value: "<name>", description: t("inbox.cli.project") },
	};
	const decision: CliFlags = {
		file: { value: "<path>", description: t("inbox.cli.file"), required: true },
		reason: { value: "<text>", description: t("inbox.cli.reason") },
	};
	plugin.registerCliHandler(
		"winnow:list",
		t("inbox.cli.list"),
		{
			status: { value: `<${STATUSES.join("|")}>`, description: t("inbox.cli.status") },
			...project,
			category: { value: "<name>", description: t("inbox.cli.category") },
			format: { value: "<text|json>", description: t("inbox.cli.format") },
		},
		(params) => answer(listText(worldOf(inbox), textsOf(params))),
	);
	plugin.registerCliHandler("winnow:status", t("inbox.cli.counts"), project, (params) =>
		answer(statusText(worldOf(inbox), textsOf(params))),
	);
	plugin.registerCliHandler("winnow:keep", t("inbox.command.keep"), decision, (params) =>
		decide(inbox, params, "keep"),
	);
	plugin.registerCliHandler("winnow:throw-away", t("inbox.command.throwAway"), decision, (params) =>
		decide(inbox, params, "delete"),
	);
}

async function decide(inbox: Inbox, params: CliData, kind: "keep" | "delete"): Promise<string> {
	if (!inbox.sources.isReady) return t("inbox.cli.notReady");
	const { file, reason = "true" } = textsOf(params);
	const found = namedSource(inbox.sources.all(), file);
	if (!found.ok) return explain(found.error);
	const { path } = found.value;
	// A flag without a value is "true".
	const decision: Decision = { kind, reason: reason === "true" || reason === "" ? null : reason };
	const label = (paths: readonly string[]): string =>
		actWords(decision, paths, titleOf(inbox.sources));
	const { failed } = await inbox.decider.decide([path], decision, label);
	const [failure] = failed;
	return failure === undefined ? label([path]) : explainWrite(failure.failure);
}

function worldOf(inbox: Inbox): CliWorld {
	return {
		sources: inbox.sources.all(),
		projects: inbox.projects.all(),
		projectsOf: (source) => inbox.projectsOf(source),
	};
}

function answer(result: Result<string, CliRefusal>): string {
	return result.ok ? result.value : explain(result.error);
}

function explain(refusal: CliRefusal): string {
	switch (refusal.kind) {
		case "bad-value":
			return t(`inbox.cli.bad.${refusal.name}`, { value: refusal.value });
		case "no-project":
			return t("inbox.cli.noProject", { name: refusal.name });
		case "needs-file":
			return t("inbox.cli.needsFile");
		case "no-source":
			return t("inbox.cli.none", { name: refusal.name });
		case "several-sources":
			return [t("inbox.cli.several", { name: refusal.name }), ...refusal.paths].join("\n");
	}
}

function textsOf(params: CliData): Record<string, string> {
	return Object.fromEntries(
		Object.entries(params).flatMap(([name, value]) =>
			typeof value === "string" ? [[name, value]] : [],
		),
	);
}
