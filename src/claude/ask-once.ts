import type {
	Message,
	MessageCreateParamsNonStreaming,
} from "@anthropic-ai/sdk/resources/messages/messages";
import type { Question, Usage } from "./claude";
import type { SlimClient } from "./sdk-client";

/** How one call ended well. `refused`: the model would not. */
export type Reply = Readonly<{ text: string; usage: Usage; stop: string; refusal: string }>;

/** The request as the API wants it. */
export function requestOf(question: Question): MessageCreateParamsNonStreaming {
	const block = (part: Question["parts"][number]) => ({
		type: "text" as const,
		text: part.text,
		...(part.isCached === true ? { cache_control: { type: "ephemeral" as const } } : {}),
	});
	return {
		model: question.model,
		max_tokens: question.maxTokens,
		system: question.system.map(block),
		messages: [{ role: "user", content: question.parts.map(block) }],
		metadata: { user_id: question.purpose },
		...(question.schema === undefined
			? {}
			: {
					output_config: {
						format: { type: "json_schema", schema: { ...question.schema } },
					},
				}),
	};
}

/** Streams one call. Throws what the SDK throws; `onText` has had all that came before. */
export async function streamOnce(
	client: SlimClient,
	question: Question,
	signal: AbortSignal,
	onText: (piece: string) => void,
): Promise<Reply> {
	const stream = client.messages.stream(requestOf(question), { signal });
	stream.on("text", onText);
	return replyOf(await stream.finalMessage());
}

/** One call without streaming: everything arrives at the end. */
export async function createOnce(
	client: SlimClient,
	question: Question,
	signal: AbortSignal,
	onText: (piece: string) => void,
): Promise<Reply> {
	const reply = replyOf(await client.messages.create(requestOf(question), { signal }));
	if (reply.text !== "") onText(reply.text);
	return reply;
}

function replyOf(message: Message): Reply {
	// A gateway may leave the counts out, whatever the types promise.
	const { usage } = message as { usage?: Partial<Message["usage"]> };
	const text = message.content.map((block) => (block.type === "text" ? block.text : "")).join("");
	return {
		text,
		usage: {
			inputTokens: usage?.input_tokens ?? 0,
			outputTokens: usage?.output_tokens ?? 0,
			cacheWriteTokens: usage?.cache_creation_input_tokens ?? 0,
			cacheReadTokens: usage?.cache_read_input_tokens ?? 0,
		},
		stop: message.stop_reason ?? "",
		refusal: message.stop_details?.category ?? "",
	};
}
