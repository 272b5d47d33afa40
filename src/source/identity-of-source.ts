import { addressOfDoi, parseArxivId, parseDoi } from "./work-address";
import { urlIdentity, type UrlIdentity } from "./url-identity";

/** What may say which work a source is; null or "" where it does not. */
export type WorkIds = Readonly<{ url: string; doi: string | null; arxiv: string | null }>;

/** All identities of a source, the best known first: its address, then its arXiv id and DOI. None: a note without a work. */
export function identitiesOf({ url, doi, arxiv }: WorkIds): readonly UrlIdentity[] {
	const paper = arxiv === null ? null : parseArxivId(arxiv);
	const number = doi === null ? null : parseDoi(doi);
	const found = [
		urlIdentity(url),
		paper === null ? null : urlIdentity(`https://arxiv.org/abs/${paper}`),
		number === null ? null : urlIdentity(addressOfDoi(number)),
	];
	return [...new Set(found.filter((one): one is UrlIdentity => one !== null))];
}
