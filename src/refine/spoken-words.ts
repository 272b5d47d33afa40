import { wordSet } from "./word-classes";

// Ways of writing and speaking that are right as they are: mending them would be a change of voice.

/** Spoken and regional forms that are no other word as well. A model takes them for slips. */
const SPOKEN = wordSet(`
ain't gonna wanna gotta kinda sorta dunno lemme gimme y'all ya yer yeah nah nope yep aye nowt owt summat innit afore
cos cuz lotta outta coulda shoulda woulda tryna betcha wee lass lad bloke reckon thou thee thy cannae dinna
nae wasnae alright oughta hafta whilst amongst yonder folks
侬 俺 咱 啥 咋 嘛 甭 恁 嘞 呗 哩 忒 嗲 唔 佢 嘅 冇 咗 噻 咯
`);

export function isSpoken(word: string): boolean {
	return SPOKEN.has(word);
}

/** British spellings and what they are in American ones. Whole families only: a rule would meet slips as well. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
	[
		/^(col|fav|hon|lab|neighb|behavi|flav|hum|rum|harb|vap|od|rig|vig|arm|parl|sav|tum|endeav|glam)our/,
		"$1or",
	],
	[/^(cen|li|me|thea|fi|cali|som|spec|lus|sabo|ga)([tb])re(s|d)?$/, "$1$2er$3"],
	[
		/^(travel|cancel|label|model|level|fuel|dial|signal|marvel|jewel|counsel|channel|tunnel|quarrel|total|equal)l(ed|ing|er|ers|ous)$/,
		"$1$2",
	],
	[/(\w{3,})is(e|es|ed|er|ers|ing|ation|ations)$/, "$1iz$2"],
	[/(\w{3,})ys(e|es|ed|ing)$/, "$1yz$2"],
	[/^(catal|dial|anal|monol)ogue(s?)$/, "$1og$2"],
	[/^(def|off|lic|pret)ence(s?)$/, "$1ense$2"],
	[/^gr[ae]y/, "gray"],
	[/^(judg|acknowledg)ement/, "$1ment"],
	[/^(learn|burn|dream|spell|spoil|lean|leap)(t|ed)$/, "$1t"],
	[/^(spel|spil|smel)t$/, "$1lt"],
	[/^(program)me(s?)$/, "$1$2"],
	[/^(m)o(u?)ld/, "$1old"],
	[/^(toward|afterward|backward|forward)s$/, "$1"],
	[/^ageing$/, "aging"],
	[/^sceptic/, "skeptic"],
	[/^plough/, "plow"],
	[/^mum(s?)$/, "mom$1"],
	[/^maths$/, "math"],
	[/^aluminium$/, "aluminum"],
];

/** How two right spellings of one word are compared. */
export function spellingOf(word: string): string {
	return FAMILIES.reduce((now, [pattern, american]) => now.replace(pattern, american), word);
}
