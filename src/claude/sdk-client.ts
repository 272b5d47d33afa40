import { BaseAnthropic } from "@anthropic-ai/sdk/client";
import { Messages } from "@anthropic-ai/sdk/resources/messages/messages";
import { Models } from "@anthropic-ai/sdk/resources/models";

/** The parts of the SDK that Winnow uses: the whole of it is three times as large. */
class SlimClient extends BaseAnthropic {
	readonly messages = new Messages(this);
	readonly models = new Models(this);
}

export type SdkOptions = Readonly<{
	baseUrl: string;
	/** Null: the host needs none (a local server). */
	key: string | null;
	fetch: typeof fetch;
}>;

/** Retries are ours, so that they can be shown; tracing is off; a redirect must not carry the key away. */
export function sdkClient({ baseUrl, key, fetch }: SdkOptions): SlimClient {
	return new SlimClient({
		baseURL: baseUrl,
		apiKey: key,
		authToken: null,
		...(key === null ? { defaultHeaders: { authorization: null, "x-api-key": null } } : {}),
		fetch,
		fetchOptions: { redirect: "error" },
		maxRetries: 0,
		dangerouslyAllowBrowser: true,
		openTelemetry: false,
		logLevel: "off",
	});
}

export type { SlimClient };
