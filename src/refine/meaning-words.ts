import { fold } from "../text/fold";
import { words } from "../text/words";
import { NUMBER_WORDS } from "./number-words";
import { wordSet } from "./word-classes";

// Words that shift a claim: they deny, doubt, allow or measure it, or say whose it is. English and Chinese.

/** What a word does to a claim. `report`: says that somebody else makes it; `condition`: says when it holds. */
export type MeaningWord = "negation" | "hedge" | "modal" | "quantifier" | "report" | "condition";

/** One word that shifts a claim. `word` is how two texts are compared: every short "n't" is "not". */
export type MeaningHit = Readonly<{ kind: MeaningWord; word: string }>;

const NEGATIONS = wordSet(
	"no not never none nobody nothing neither nor without cannot hardly scarcely barely nowhere",
);

/** A denial whose apostrophe was forgotten is one all the same. */
const BARE_NEGATIONS = wordSet(`
dont doesnt didnt isnt arent wasnt werent couldnt wouldnt shouldnt hasnt havent hadnt aint mustnt neednt
`);

const HEDGES = wordSet(`
perhaps maybe possibly probably likely unlikely seem seems seemed seemingly appear appears appeared suggest suggests
suggested think thinks believe believes guess suppose supposes suspect suspects doubt doubts apparently presumably
roughly approximately almost nearly practically virtually generally usually often sometimes rarely seldom somewhat mostly
largely mainly partly arguably allegedly reportedly tend tends tended typically frequently occasionally potentially
supposedly
`);

/** Nouns of the same letters ("reports", "estimates") are left out. */
const REPORTS = wordSet(
	"says said told swear swears swore maintain maintains deny denies denied claims claimed argues argued reported wrote according insists insisted admits admitted assumes assumed explains explained warns warn warned remarked complained replied promised predicts predicted concluded",
);

const MODALS = wordSet("may might can could would should must shall will ought");

const QUANTIFIERS = wordSet(`
all any every each some most many few much several both always only exactly more less fewer half entire entirely
everything everyone everybody anything anyone anybody everywhere
`);

/** Conditions and what is granted to the other side. */
const CONDITIONS = wordSet("unless except excluding provided if until although though despite");

/** Doubt in more than one word. The group is what two texts are compared by. */
const ENGLISH_HEDGES: readonly RegExp[] = [
	/\b(possible|plausible|conceivable|doubtful|uncertain|unclear)(?=\s+(?:that|whether|if)\b)/gi,
	/\bin (?:my|our|his|her|their)(?: own)?(?: \w+)? (opinion|view|experience)\b/gi,
	/\b(?:i|you|he|she|it|we|they|there|who|that|people) (used to)\b/gi,
	/\b(to my mind|as far as (?:i|we) (?:know|can tell)|not sure)\b/gi,
	/\b(?:i|we) (hope|fear|expect|feel|felt|wish|imagine|reckon|trust|hear|heard|thought|believed|guessed)\b/gi,
	/\b(at least|at most)\b/gi,
	/\b(possibility|likelihood|odds|chance)(?=\s+(?:is|are|was|were|that|of|the|this|it|they|we|he|she)\b)/gi,
	/\b(a bit|a little|something like|so to speak|more or less|give or take|by and large|on the whole|in all likelihood)\b/gi,
	/\b(\w+ permitting|at best|at worst|in (?:theory|principle|part)|to (?:some|a certain) (?:extent|degree)|for now|so far)\b/gi,
	/\b(associated|correlated|linked)(?=\s+(?:with|to)\b)/gi,
	/\b(about|around|some|close to|up to)(?=\s+(?:[€$£¥~]?\s?\d|half|once|twice|a (?:third|quarter|half|dozen|hundred|thousand)))/gi,
	new RegExp(
		`\\b(about|around|some|close to|up to)(?=\\s+(?:${NUMBER_WORDS.join("|")})\\b)`,
		"gi",
	),
];

/** Reports in two words, and those whose verb is also something else. */
const ENGLISH_REPORTS =
	/\b(?:i|you|he|she|it|we|they|who|[a-z]+) (pointed out|points out|noted|observed|found|calls|called)(?= that\b)/gi;

/** Long ways to say "if". */
const ENGLISH_IF =
	/\b(?:in the (?:event|case) (?:that|of)|in case|on condition that|as long as)\b/gi;

/** "It must be said that", "as I said above": the verb of a wind-up claims nothing. */
const ENGLISH_WIND_UPS: readonly RegExp[] = [
	/\bit (?:should|must|may|can|could|might) (?:also )?be (?:said|noted|mentioned|pointed out|emphasi[sz]ed|stressed|added)(?: here)?(?: that)?\b/gi,
	/\bas (?:(?:i|we) (?:have )?)?(?:already |just |previously )?(?:said|mentioned|noted|argued|stated|discussed)(?: (?:above|before|earlier|already))?\b/gi,
	/\b(?:that|this)(?: being)? said\b/gi,
	/\b(?:one|we|you) (?:can|could|may|might|must|should) (?:also )?(?:say|see|note|add)(?: here)?(?: that)?\b/gi,
	/\bi must (?:say|admit|confess)(?: that)?\b/gi,
	/\bit goes without saying(?: that)?\b/gi,
	/\bwhat (?:can|could|may|might|must|should|has to|needs to) be (?:said|added|stressed|noted)(?: here)? is (?:this|that)\b/gi,
	/\b(?:as (?:if|though)|if (?:you (?:will|like|ask me|think about it)|anything|i am honest|i'm honest))\b/gi,
];

const CHINESE_MEANING: Readonly<Record<MeaningWord | "nothing", readonly string[]>> = {
	negation: terms("没有 并非 不是 从未 不 没 无 非 未 别 勿 莫"),
	hedge: terms(`
		某种程度上 也许 或许 大概 似乎 好像 大约 左右 一般 通常 往往 有时 估计 多半 几乎 基本上 大致 看来 据说 听说 未必 不一定
		接近 将近 近乎 不到 超过 看起来 看上去 严格来说 严格地说 严格说来 一定程度上 原则上 理论上 大体 大多 倾向于
		觉得 认为 以为 我想 恐怕 差不多 主要 偶尔 不好说 说不定 看样子 仿佛 我猜 想必 感觉 希望 估摸
	`),
	modal: terms("可能 必须 应该 应当 可以 能够 需要 一定 必然 得以 不得不 最好 不妨 只能"),
	quantifier: terms(`
		所有 全部 每个 每一 每次 一些 有些 大多数 多数 少数 只有 仅仅 总是 从不 从来 任何 许多 很多 部分 唯一 几个 不少 只 个别
		最多 最少 至多 至少
	`),
	report: terms("说过 告诉 表示 声称 指出 写道 据称 据悉 据报道"),
	condition: terms("虽然 尽管 除非 除了 如果 要是 假如 否则 只要"),
	// Words of other meaning that hold one of the above, and turns of speech about speaking.
	nothing: terms(`
		特别 分别 区别 级别 类别 别人 别的 非常 无论 无比 不过 不仅 不但 不管 不断 不论 未来 未免 莫名 只是 只好
		老实说 坦白说 坦率地说 话说 来说 来讲 比如说 可以说 也就是说 应该说 怎么说 虽说 换句话说
	`),
};

const CHINESE_CLASS = new Map<string, MeaningWord | "nothing">();
for (const kind of [
	"negation",
	"hedge",
	"modal",
	"quantifier",
	"report",
	"condition",
	"nothing",
] as const) {
	for (const term of CHINESE_MEANING[kind]) CHINESE_CLASS.set(term, kind);
}
const CHINESE_TERMS = new RegExp(
	[...CHINESE_CLASS.keys()].sort((a, b) => b.length - a.length).join("|"),
	"g",
);
/** "Has to do with", and "about" before a number. */
const CHINESE_LINKS =
	/[与和跟同][^。，；]{1,20}?(有关|相关)|(约)(?=[\d一二两三四五六七八九十百千万])/g;
/** "… said:" and what was said. */
const CHINESE_SAID = /[说讲](?=[，：,:]|[“「"])/g;

/** "It must be said that", "as said above": the verb of a wind-up claims nothing. */
const CHINESE_WIND_UP =
	/(?:前面|上面|上文|前文|如上)(?:我们)?(?:已经?|曾)?所?(?:说过?|提到过?|讲过?|述|指出)的?(?:那样|一样)?|不得不(?:说|承认|提)|需要(?:特别|着重|再次|先|首先)?(?:指出|注意|说明|强调|提到)的?是?|(?:我们)?可以(?:看到|看出|说|发现|这样讲)的?是?/g;

/** @param given words of `text` without markup, as `words()` gives them. */
export function meaningWords(text: string, given: readonly string[]): readonly MeaningHit[] {
	const plain = without(text, ENGLISH_WIND_UPS);
	const hits: MeaningHit[] = [];
	for (const word of plain === text ? given : words(fold(plain).cased)) {
		const hit = meaningOf(word);
		if (hit !== null) hits.push(hit);
	}
	for (const pattern of ENGLISH_HEDGES) {
		for (const [, word] of plain.matchAll(pattern)) {
			if (word !== undefined && meaningOf(word.toLowerCase()) === null)
				hits.push({ kind: "hedge", word: word.toLowerCase() });
		}
	}
	for (const [, word = ""] of plain.matchAll(ENGLISH_REPORTS))
		hits.push({ kind: "report", word: word.toLowerCase() });
	const conditions = plain.match(ENGLISH_IF) ?? [];
	hits.push(...conditions.map(() => ({ kind: "condition", word: "if" }) as const));
	return [...hits, ...chineseMeaning(text)];
}

function chineseMeaning(text: string): readonly MeaningHit[] {
	const hits: MeaningHit[] = [];
	let rest = text.replace(CHINESE_WIND_UP, "").replace(/(没有?|无|不)任何/g, "$1");
	rest = rest.replace(/有的时候/g, "有时").replace(/没有/g, "没");
	for (const [, word = ""] of rest.matchAll(CHINESE_LINKS)) hits.push({ kind: "hedge", word });
	for (const [word] of rest.matchAll(CHINESE_TERMS)) {
		const kind = CHINESE_CLASS.get(word);
		if (kind !== undefined && kind !== "nothing") hits.push({ kind, word });
	}
	rest = rest.replace(CHINESE_TERMS, "");
	for (const [word] of rest.matchAll(CHINESE_SAID)) hits.push({ kind: "report", word });
	return hits;
}

function meaningOf(word: string): MeaningHit | null {
	if (/n't$/.test(word) || word === "cannot" || BARE_NEGATIONS.has(word))
		return { kind: "negation", word: "not" };
	if (NEGATIONS.has(word)) return { kind: "negation", word };
	if (HEDGES.has(word)) return { kind: "hedge", word };
	if (REPORTS.has(word)) return { kind: "report", word };
	if (MODALS.has(word)) return { kind: "modal", word };
	if (CONDITIONS.has(word)) return { kind: "condition", word };
	return QUANTIFIERS.has(word) ? { kind: "quantifier", word } : null;
}

function without(text: string, patterns: readonly RegExp[]): string {
	return patterns.reduce((rest, pattern) => rest.replace(pattern, " "), text);
}

function terms(list: string): readonly string[] {
	return [...wordSet(list)];
}
