/** "3 May", with the year where it is not this one; "" for what is no date. */
export function shortDate(iso: string, now: Date, language: string): string {
	const date = new Date(iso);
	if (Number.isNaN(date.getTime())) return "";
	const isThisYear = date.getFullYear() === now.getFullYear();
	return new Intl.DateTimeFormat(language.startsWith("zh") ? "zh-CN" : "en-GB", {
		day: "numeric",
		month: "long",
		...(isThisYear ? {} : { year: "numeric" }),
	}).format(date);
}
