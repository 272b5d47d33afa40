import type { CliData, CliFlags } from "obsidian";
import { t } from "../ui/i18n";
import { actWords, explainWrite, titleOf } from "./act-words";
import { listText, namedSource, statusText } from "./inbox-cli";
import type { Inbox } from "./inbox-parts";
import type { Decision } from "./triage";

/** The command line of the app: list, keep, throw away, count. Answers in plain lines for scripts. */
export function registerCli(inbox: Inbox): void {
	const { plugin, sources } = inbox;
	const source: CliFlags = {
		file: { value: "<path>", description: t("inbox.cli.file"), required: true },
	};
	const withReason: CliFlags = {
		...source,
		reason: { value: "<text>", description: t("inbox.cli.reason") },
	};
	plugin.registerCliHandler(
		"winnow:list",
		t("inbox.cli.list"),
		{
			status: { value: "<new|kept|deleted>", description: t("inbox.cli.status") },
			format: { value: "<text|json>", description: t("inbox.cli.format") },
		},
		(params) => listText(sources.all(), textsOf(params)),
	);
	plugin.registerCliHandler("winnow:status", t("inbox.cli.counts"), null, () =>
		statusText(sources.all()),
	);
	plugin.registerCliHandler("winnow:keep", t("inbox.command.keep"), withReason, (params) =>
		decide(inbox, params, "keep"),
	);
	plugin.registerCliHandler(
		"winnow:throw-away",
		t("inbox.command.throwAway"),
		withReason,
		(params) => decide(inbox, params, "delete"),
	);
}

async function decide(inbox: Inbox, params: CliData, kind: "keep" | "delete"): Promise<string> {
	const { file = "", reason = "" } = textsOf(params);
	const found = namedSource(inbox.sources.all(), file);
	if (found === "none") return t("inbox.cli.none", { name: file });
	if (found === "several") return t("inbox.cli.several", { name: file });
	const decision: Decision = { kind, reason: reason === "" ? null : reason };
	const label = (paths: readonly string[]): string => actWords(decision, paths, titleOf(inbox.sources));
	const { failed } = await inbox.decider.decide([found.path], decision, label);
	const [failure] = failed;
	return failure === undefined ? label([found.path]) : explainWrite(failure.failure);
}

function textsOf(params: CliData): Record<string, string> {
	return Object.fromEntries(
		Object.entries(params).flatMap(([name, value]) =>
			typeof value === "string" ? [[name, value]] : [],
		),
	);
}
