import { makeAnchor } from "../text/anchor";
import { hasInvisible } from "../text/fold";
import { countWords, words } from "../text/words";
import type { GuardContext } from "./guard-case";
import { resolveIn } from "./guard";
import type { Parsed } from "./protocol";
import { isActiveText } from "./rules-syntax";
import type { Snapshot } from "./snapshot";
import {
	byWeight,
	reason,
	type ModelNote,
	type Question,
	type Reason,
	type ReasonKey,
	type RuleId,
} from "./suggestion";

// Rules `note-*`: a question asks, and does nothing else.

const MAX_WORDS = 30;
/** A Chinese question of thirty words is about this long. */
const MAX_CHARACTERS = 60;

/** Judges one question. A place that is gone does not block it: it is then shown without one. */
export function judgeNote(
	snapshot: Snapshot,
	parsed: Parsed<ModelNote>,
	context: GuardContext,
	id: string,
): Question {
	const note = parsed.value;
	const block = snapshot.block(note.b);
	const found =
		block === null ? ({ how: "none" } as const) : resolveIn(snapshot, block, { q: note.q });
	const home =
		block !== null && "from" in found
			? { ...found, quote: makeAnchor(snapshot.text, found, block) }
			: null;
	const reasons = byWeight(noteReasons(snapshot, note, context));
	const pass = context.pass === "edit" ? "own:edit" : context.pass;
	const place = found;
	return { id, pass, note, place, home, verdict: reasons.length > 0 ? "block" : "show", reasons };
}

function noteReasons(
	snapshot: Snapshot,
	note: ModelNote,
	context: GuardContext,
): readonly Reason[] {
	const found: Reason[] = [];
	const stop = (rule: RuleId & ReasonKey, params: Reason["params"] = {}): void => {
		found.push(reason(rule, "block", rule, params));
	};
	if (!isQuestion(note.ask)) stop("note-form");
	if (isLong(note.ask)) stop("note-long");
	if (isActiveText(note.ask) || hasInvisible(note.ask)) stop("note-active");
	if (offersText(snapshot, note.ask)) stop("note-answer");
	const isKnown = note.src === null || context.sources.some((source) => source.id === note.src);
	if (!isKnown) stop("note-source", { source: note.src ?? "" });
	if (steers(note.ask)) stop("note-steer");
	return found;
}

function isQuestion(ask: string): boolean {
	return /[?？]["'”’」』)）\s]*$/.test(ask);
}

function isLong(ask: string): boolean {
	const plain = words(ask);
	const wide = plain.filter((word) => /\p{Script=Han}/u.test(word)).length;
	return (
		plain.length - wide > MAX_WORDS || wide > MAX_CHARACTERS || countWords(ask) > MAX_CHARACTERS
	);
}

/** Long words of its own in quotation marks, or an offer of wording: an answer in the clothes of a question. */
function offersText(snapshot: Snapshot, ask: string): boolean {
	const quoted = ask.match(/[“"「『][^”"」』]*[”"」』]?/g) ?? [];
	const offered = OFFERS.flatMap((pattern) => pattern.exec(ask)?.[1] ?? []);
	return [...quoted, ...offered].some((part) => hasNewRun(snapshot, part));
}

/** What comes before wording that is offered without quotation marks. */
const OFFERS: readonly RegExp[] = [
	/\b(?:why not (?:just )?(?:say|write|put)|(?:how|what) about (?:saying|writing)|better (?:to )?(?:say|write)|rephrase[d]? (?:it )?(?:as|to)|(?:could|should|might) (?:it|this|the sentence|the paragraph) (?:read|say))\b(.*)/i,
	/(?:改成|改为|写成|换成|不如说|不如写)(.*)/,
];

/** Eight words in a row (twelve characters in CJK) that the draft does not have. */
function hasNewRun(snapshot: Snapshot, part: string): boolean {
	const run = words(part);
	const isWide = run.some((word) => /\p{Script=Han}/u.test(word));
	if (run.length < (isWide ? 12 : 8)) return false;
	const inDraft = snapshot.blocks.some((block) =>
		` ${words(snapshot.textOf(block)).join(" ")} `.includes(` ${run.join(" ")} `),
	);
	return !inDraft;
}

/** Things a question about a draft has no reason to speak of: keys, settings, and acts outside the text. */
const STEERING: readonly RegExp[] = [
	/\b(?:api|access|secret|private|licen[cs]e)[ -]?(?:keys?|tokens?)\b|\bpasswords?\b|\bpassphrase|\bcredentials?\b|\bapi\b/i,
	/\b(?:settings?|preferences|options?)\b.*\b(?:open|change|disable|enable|turn|switch|set)\b|\b(?:open|change|disable|enable|turn|switch)\b.*\b(?:settings?|preferences|safe mode|guards?|plugins?)\b/i,
	/\b(?:paste|install|download|visit|upload|subscribe|sign[ -]?(?:in|up)|log[ -]?in|click|run|execute|e-?mail|send|copy|buy|purchase|donate)\b.*\b(?:your|this|the|it|that|me|us|here|below|link|page|site|file|version|plugin|command|code|note|vault|key)\b/i,
	/\b(?:ignore|disregard|forget|override|bypass)\b.*\b(?:instruction|rule|prompt|previous|above|guard|check|warning)s?\b/i,
	/\b(?:approve|accept|apply)\b.*\b(?:all|every|each|remaining|rest|edits?|suggestions?|changes?)\b/i,
	/密钥|密码|口令|令牌|api\s*key|粘贴|安装|下载|访问.*(?:网站|网址|链接)|点击|设置|忽略.*(?:指令|规则|要求|提示)|(?:批准|接受|通过|同意).*(?:全部|所有|其余|修改|建议)|登录|注册|转账|付款|发送/i,
];

function steers(ask: string): boolean {
	return STEERING.some((pattern) => pattern.test(ask));
}
