const HOSTS = /^(?:[\w-]+\.)?(?:stackexchange\.com|stackoverflow\.com|serverfault\.com|superuser\.com|askubuntu\.com|mathoverflow\.net|stackapps\.com)$/;
const API = "https://api.stackexchange.com/2.3/questions";

/** The question behind an address of Stack Exchange, where its public interface has it; null for every other address. */
export function stackExchangeQuestion(link: string): string | null {
	const url = new URL(link);
	const id = /^\/(?:q|questions)\/(\d{1,12})(?:\/|$)/.exec(url.pathname)?.[1];
	if (id === undefined || !HOSTS.test(url.hostname.replace(/^www\./, ""))) return null;
	return `${API}/${id}?site=${url.hostname.replace(/^www\./, "")}&filter=withbody`;
}
