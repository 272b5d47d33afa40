/** Numbers in [0, 1) that are the same for the same seed, on every machine. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

export function pick<T>(random: Random, list: readonly T[]): T {
	const found = list[Math.floor(random() * list.length)];
	if (found === undefined) throw new Error("nothing to pick from");
	return found;
}

export type Tongue = "en" | "de" | "zh" | "ja" | "ar" | "ru";

/** `#` is a number, `@` a thing. */
const SENTENCES: Readonly<Record<Tongue, readonly string[]>> = {
	en: [
		"The @ was measured # times before anybody trusted the reading.",
		"Nobody had expected the @ to outlast the @ by # winters.",
		"If the @ is warm, the seal swells and the leak closes on its own.",
		"We replaced the @ with a smaller one, which saved # litres a day.",
		"Most of what is written about a @ was copied from one manual of 19#.",
		"A second look at the @ showed hairline cracks along the rim.",
		"That sounds plausible, but the @ and the @ disagree by a factor of #.",
		"Turn the @ a quarter turn, wait, and listen for the click.",
		"The keeper wrote every change of the @ into a book with ruled lines.",
		"In the end the cheapest @ did the job for # years.",
		"Without a @ there is no way to tell a slow loss from a fast one.",
		"Her notes list # causes, of which only two concern the @.",
		"It took # evenings to copy the tables about the @ by hand.",
		"What follows is a plain account of the @, without the usual drama.",
	],
	de: [
		"Die @ wurde # Mal gemessen, bevor jemand dem Wert traute.",
		"Niemand hätte erwartet, dass die @ den Winter übersteht.",
		"Wer die @ vorher wärmt, spart sich später viel Ärger.",
		"Nach # Jahren zeigte die @ die ersten feinen Risse.",
		"Das Handbuch schweigt über die @, die Werkstatt nicht.",
		"Am Ende hielt die billigste @ am längsten.",
	],
	zh: ["我们把@测了#次，才相信这个读数。", "谁也没想到@能撑过第#个冬天。", "只要@够热，密封圈就会自己胀紧。", "手册里关于@的说法，多半抄自同一本书。", "再看一遍@，边缘上有很细的裂纹。", "最便宜的@反而用了#年。", "没有@，就分不清慢漏和快漏。"],
	ja: ["@は#回測ってから、ようやく値を信じた。", "@が冬を越せるとは誰も思わなかった。", "@を温めると、シールがふくらんで漏れが止まる。", "説明書には@について何も書かれていない。", "#年後、@に細かいひびが見つかった。", "結局いちばん安い@が長持ちした。"],
	ar: ["قسنا @ نحو # مرات قبل أن نثق بالقراءة.", "لم يتوقع أحد أن يصمد @ حتى نهاية الشتاء.", "إذا كان @ دافئا فإن الحشية تتمدد ويتوقف التسرب.", "بعد # أعوام ظهرت على @ شقوق دقيقة.", "كتب الحارس كل تغيير في @ بخط يده."],
	ru: ["Мы измерили @ # раз, прежде чем поверить показаниям.", "Никто не ждал, что @ переживёт зиму.", "Если @ тёплый, прокладка набухает и течь исчезает.", "Через # лет на краю, где был @, нашлись трещины.", "В руководстве о слове «@» почти ничего нет."],
};
const THINGS: Readonly<Record<Tongue, readonly string[]>> = {
	en: "valve,gauge,pump,gasket,weir,sluice,manometer,piston,hinge,ratchet,bearing,spindle,flywheel,governor,boiler,cistern,conduit,damper,ferrule,grommet".split(","),
	de: "Pumpe,Dichtung,Welle,Klappe,Schleuse,Feder,Achse,Leitung".split(","),
	zh: "阀门,水泵,垫圈,水堰,压力计,活塞,轴承,飞轮".split(","),
	ja: "弁,ポンプ,歯車,圧力計,軸受,水門".split(","),
	ar: "الصمام,المضخة,المقياس,المكبس,المحور".split(","),
	ru: "клапан,насос,манометр,поршень,вал".split(","),
};
/** What sites say about themselves and their other pages: prose too, so that length alone cannot tell. */
const PROMOTION: readonly string[] = [
	"Discover hand-picked kitchens that our editors cannot stop talking about this spring.",
	"From mountain huts to city lofts: the best weekends away, booked in minutes.",
	"Our award-winning team brings you stories from more than forty countries every single day.",
	"Get unlimited access to exclusive interviews, puzzles and recipes for a small monthly fee.",
	"Seven gadgets that changed how families cook, and one that everybody returned.",
	"Celebrity gardeners reveal what they plant when nobody is looking.",
	"Why the housing market cooled so suddenly, explained in five charts.",
	"The airline everyone loves to hate is quietly adding legroom.",
];

const fill = (random: Random, tongue: Tongue, text: string) =>
	text.replace(/[#@]/g, (mark) => (mark === "#" ? String(2 + Math.floor(random() * 97)) : pick(random, THINGS[tongue])));

export const sentence = (random: Random, tongue: Tongue): string => fill(random, tongue, pick(random, SENTENCES[tongue]));

export const sentences = (random: Random, tongue: Tongue, count: number): string =>
	Array.from({ length: count }, () => sentence(random, tongue)).join(tongue === "zh" || tongue === "ja" ? "" : " ");

/** A few words, as a heading or an item has them. */
export function phrase(random: Random, tongue: Tongue): string {
	const thing = () => pick(random, THINGS[tongue]);
	const n = 2 + Math.floor(random() * 97);
	switch (tongue) {
		case "en":
			return fill(random, tongue, pick(random, [`Why the ${thing()} fails first`, `Choosing a ${thing()}`, `${n} rules for the ${thing()}`, `What a ${thing()} costs`, `A ${thing()} beside the ${thing()}`, `When the ${thing()} sticks`]));
		case "de":
			return `${thing()} und ${thing()}, Teil ${n}`;
		case "zh":
			return `${thing()}的第${n}条经验`;
		case "ja":
			return `${thing()}の選び方${n}`;
		case "ar":
			return `عن ${thing()} رقم ${n}`;
		case "ru":
			return `Как выбрать: ${thing()} ${n}`;
	}
}

export const promotion = (random: Random): string => pick(random, PROMOTION);

const NAMES: readonly string[] = "Marta Lindqvist,Jonas Reuter,Amara Obi,Keiko Sato,Ines Duarte,Piotr Zalewski,Noor Haddad,Tom Ashby,Rui Chen,Elif Kaya".split(",");
export const personName = (random: Random): string => pick(random, NAMES);
export const handle = (random: Random): string => pick(random, "sealwright,oldpump,marta_l,gasketeer,wk77,rui.chen,hydro-hans,noor,tomash,quietvalve".split(","));
