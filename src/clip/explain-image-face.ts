import { t } from "../ui/i18n";
import type { ImageFailure } from "./save-images";

/** How many pictures stay on the web, and why the first of them does. */
export function explainImages(failed: readonly Readonly<{ url: string; why: ImageFailure }>[]): string {
	const [first] = failed;
	return first === undefined ? "" : t("clip.images.failed", { count: failed.length, why: reason(first.why) });
}

function reason(why: ImageFailure): string {
	switch (why.kind) {
		case "offline":
			return t("clip.images.why.offline");
		case "timed-out":
			return t("clip.images.why.timedOut");
		case "cancelled":
			return t("clip.images.why.cancelled");
		case "gone":
			return t("clip.images.why.gone");
		case "login":
			return t("clip.images.why.login");
		case "busy":
		case "server":
			return t("clip.images.why.server", { status: String(why.status) });
		case "too-large":
			return t("clip.images.why.tooLarge", { megabytes: why.megabytes });
		case "empty":
		case "not-an-image":
			return t("clip.images.why.notAnImage");
		case "unsafe":
			return t("clip.images.why.unsafe");
		case "private":
			return t("clip.images.why.private");
		case "disk":
			return t("clip.images.why.disk", { detail: why.detail });
	}
}
