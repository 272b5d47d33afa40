import { getLanguage } from "obsidian";
import { en } from "./en";
import { fill, type Message, type Params } from "./translate";
import { zh } from "./zh";

export type TextKey = keyof typeof en;

/** The person's words for a key, in the app's language (English where we have no other). */
export function t(key: TextKey, params: Params = {}): string {
	const language = getLanguage();
	const isChinese = language.startsWith("zh");
	const messages: Readonly<Record<TextKey, Message>> = isChinese ? zh : en;
	return fill(messages[key], params, isChinese ? "zh-CN" : "en-US");
}
