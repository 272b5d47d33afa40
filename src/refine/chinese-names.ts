import { wordSet } from "./word-classes";

// Who is named in a Chinese text, without a dictionary: a surname, and what stands after it or comes back with it.

/** Surnames that open few other words: from the census's first hundred. */
const PLAIN =
	"王李张刘陈杨赵黄吴徐孙朱胡郭林梁宋郑韩唐冯邓曹彭肖蒋蔡潘袁董吕魏沈姚卢崔谭汪廖贾邹熊孟秦薛闫侯雷龙郝邵毛戴邱";
/** Surnames that open many ("高兴", "方法", "许多"): names only with a title behind them. */
const COMMON =
	"高何罗谢许傅曾苏程余叶于杜丁任范方石姜陆金韦白史陶贺顾龚万钱严武莫孔向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍";
const DOUBLE = "欧阳|司马|上官|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|东方|南宫";
const HAN = "[\\u4e00-\\u9fff]";
const TITLE =
	"(?:先生|女士|小姐|太太|师傅|老师|教授|博士|医生|大夫|同学|律师|工程师|主任|经理|院士|校长|局长|记者|老板|掌柜|书记|队长|班长|导师|兄弟|阿姨|大爷|大妈|奶奶|爷爷|叔叔)";
/** What people do in essays, and what stands before the one who did it. */
const ACT =
	"(?:说|认为|建议|指出|告诉|觉得|表示|写道|问|答|回忆|提到|主张|发现|统计|后来|当时|也|先生|老先生|老师|教授)";

const STOPS = wordSet(
	"王国 王子 王朝 王后 王位 王牌 李子 张开 张嘴 陈旧 陈述 陈列 杨树 杨柳 黄色 黄金 黄昏 徐徐 孙子 孙女 胡子 胡同 胡说 胡乱 林子 林业 林木 唐代 唐朝 宋代 宋朝 汉代 秦代 秦朝 毛病 毛巾 毛笔 龙头 雷声 雷雨 熊猫 戴上 侯爵 刘海",
);

const NAMED: readonly RegExp[] = [
	new RegExp(`(?:${DOUBLE})${HAN}{1,2}(?=${ACT}|${TITLE})`, "g"),
	new RegExp(`[${PLAIN}]${HAN}{1,2}?(?=${ACT}|${TITLE})`, "g"),
	new RegExp(`[${PLAIN}${COMMON}]${HAN}{0,2}?${TITLE}`, "g"),
	new RegExp(`${HAN}${TITLE}`, "g"),
	new RegExp(
		`(?:[老小阿][${PLAIN}]|[${PLAIN}][工总哥姐叔嫂])(?=[说问答想看觉认指则也都就又在把和跟家的，。、：])`,
		"g",
	),
];
/** No surname, but often before a title: "the old master", "that doctor". */
const BEFORE_TITLE =
	/^[的了是和与个位名这那老女男小大各我你他她们有对给叫请跟向说问从被把一二三两几本该某新前副总班科代家当做成同已由为爱习学后在从到]/;
const COMES_BACK = [
	new RegExp(`[${PLAIN}]${HAN}{2}`, "g"),
	new RegExp(
		`[${COMMON}]${HAN}{1,2}?(?=认为|建议|指出|表示|写道|回忆|提到|主张|告诉|后来|当时|抱|带|说)`,
		"g",
	),
] as const;
/** "Many people", "any scholar" and other words that open as a surname does. */
const NO_NAME =
	/[人者家们员的地得了]$|^(?:许多|任何|方法|方式|方面|程序|程度|成|文章|高兴|关于|应该|常常|时|向|于是|何必|马上|白天|安静|平时)/;

/** People named in a text, longest first: a title or an act behind the name, or a name that comes back. */
export function chineseNamesIn(text: string): readonly string[] {
	const found = new Set<string>();
	for (const pattern of NAMED) {
		for (const [name] of text.matchAll(pattern))
			if (!isWord(name) && !BEFORE_TITLE.test(name)) found.add(name);
	}
	for (const pattern of COMES_BACK) {
		for (const name of comingBack(text, pattern)) {
			const isPart = [...found].some((other) => other.startsWith(name));
			if (!isPart && !isWord(name)) found.add(name);
		}
	}
	return [...found].sort((a, b) => b.length - a.length);
}

/** What stands at least twice and ends there: another character behind it each time, or one that follows a name. */
function comingBack(text: string, pattern: RegExp): readonly string[] {
	const next = new Map<string, string>();
	for (const { 0: name, index } of text.matchAll(pattern))
		next.set(name, (next.get(name) ?? "") + text.charAt(index + name.length));
	return [...next]
		.filter(
			([, behind]) =>
				behind.length > 1 &&
				(new Set(behind).size > 1 || BEHIND_NAME.includes(behind.charAt(0))),
		)
		.map(([name]) => name);
}

const BEHIND_NAME = "家的说问在和与跟把，。、";

function isWord(name: string): boolean {
	return STOPS.has(name.slice(0, 2)) || NO_NAME.test(name);
}

/** Whether a text is another name than the one it stands for: it opens with a surname or has the same title. */
export function isOtherName(name: string, becomes: string): boolean {
	const title = new RegExp(`${TITLE}$`).exec(name)?.[0];
	return (
		looksLikeName(becomes) ||
		(title !== undefined && becomes.length > title.length && becomes.endsWith(title))
	);
}

/** Whether a text could be somebody's name: it opens with a surname. */
function looksLikeName(text: string): boolean {
	return (
		/^[\u4e00-\u9fff]{2,5}$/.test(text) &&
		(PLAIN.includes(text.charAt(0)) ||
			COMMON.includes(text.charAt(0)) ||
			DOUBLE.split("|").includes(text.slice(0, 2)))
	);
}
