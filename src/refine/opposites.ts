/** Words that turn a claim around when one stands where the other stood. Of grammar and of everyday scales. */
const ENGLISH = `
above below, over under, before after, more less, more fewer, most least, often rarely, often seldom, always never,
always sometimes, first last, inside outside, up down, into out, with without, unless if, until since, earlier later,
higher lower, high low, larger smaller, large small, big small, faster slower, fast slow, longer shorter, long short,
better worse, best worst, good bad, right wrong, true false, early late, near far, hot cold, warmer colder, old new,
older newer, older younger, same different, possible impossible, likely unlikely, increase decrease, increases decreases,
increased decreased, rise fall, rises falls, rose fell, gain lose, gains loses, gained lost, won lost, start stop,
starts stops, started stopped, begin end, open close, opens closes, opened closed, allow forbid, allows forbids,
include exclude, includes excludes, accept reject, accepts rejects, agree disagree, agrees disagrees, strong weak,
stronger weaker, easy hard, easier harder, left right, push pull, buy sell, bought sold, maximum minimum, some all,
few many, is was, are were, has had, do did, does did, brother sister, mother father, he she, his her,
i you, my your, me you, we you, our your, mine yours, we they, our their, us them
`;
const CHINESE = `
多 少, 高 低, 大 小, 快 慢, 前 后, 上 下, 内 外, 里 外, 增 减, 强 弱, 冷 热, 好 坏, 长 短, 早 晚, 升 降, 进 出, 买 卖, 加 减,
远 近, 轻 重, 厚 薄, 深 浅, 新 旧, 老 幼, 左 右, 开 关, 胜 负, 输 赢, 是 否, 过 低, 笑 哭, 生 死, 来 去, 爱 恨, 男 女, 父 母, 爸 妈, 有 无, 南 北, 问 答, 难 易, 贵 贱, 借 还
`;

const OPPOSITES = new Map<string, Set<string>>();
for (const pair of `${ENGLISH},${CHINESE}`.split(",")) {
	const [one, other] = pair.trim().split(" ");
	if (one === undefined || other === undefined) continue;
	OPPOSITES.set(one, (OPPOSITES.get(one) ?? new Set()).add(other));
	OPPOSITES.set(other, (OPPOSITES.get(other) ?? new Set()).add(one));
}

/** "Older" for "old", "oldest" for "older": a comparison comes, goes or grows. */
function isOtherDegree(one: string, other: string): boolean {
	const degrees = (word: string): readonly string[] => {
		const root = word.replace(/e$/, "").replace(/(\w)y$/, "$1i");
		return [
			`${root}er`,
			`${root}est`,
			`${root}${root.slice(-1)}er`,
			`${root}${root.slice(-1)}est`,
		];
	};
	const isStep = one.endsWith("er") && other === one.replace(/er$/, "est");
	return isStep || degrees(one).includes(other);
}

/** The pair of which one word went and the other came. Null: nothing is turned around. */
export function turnedPair(
	removed: readonly string[],
	added: readonly string[],
): readonly [gone: string, come: string] | null {
	for (const gone of removed) {
		const promise = gone.endsWith("'d") ? gone.replace(/d$/, "ll") : gone.replace(/'ll$/, "'d");
		if (promise !== gone && added.includes(promise)) return [gone, promise];
		const others = OPPOSITES.get(gone);
		const come = added.find((word) => others?.has(word) === true);
		if (come !== undefined && !removed.includes(come)) return [gone, come];
		const degree = added.find((word) => isOtherDegree(gone, word) || isOtherDegree(word, gone));
		if (degree !== undefined) return [gone, degree];
	}
	return null;
}
