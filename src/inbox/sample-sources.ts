import type { Kind } from "../source/kind";

export type SampleSource = Readonly<{
	name: string;
	kind: Kind;
	author: string;
	category: string;
	description: string;
	isPrimary: boolean;
	body: string;
}>;

/** Six short, invented texts about one question, enough to keep half and outline two sections. */
export const SAMPLE_SOURCES: readonly SampleSource[] = [
	{
		name: "Forty years of a village bakery",
		kind: "article",
		author: "Ilse Brandt",
		category: "Practice",
		description: "A baker counts what a slow dough gave her and what it cost.",
		isPrimary: true,
		body: "I changed one thing in forty years: how long the dough rests. At four hours the crumb was even and dull. At eighteen it tore into uneven holes, and people began to ask which flour I used.\n\nThe flour was the same. ==Time did what I had tried to buy.==\n\nIt costs a night, a cold room and the nerve to throw a batch away when the weather turns.",
	},
	{
		name: "Rest and rise, a measurement",
		kind: "paper",
		author: "T. Okonjo",
		category: "Measurement",
		description: "Acidity and volume of 60 loaves after 4, 12 and 18 hours at 6 °C.",
		isPrimary: true,
		body: "We baked 20 loaves for each of three resting times and measured volume and acidity. Volume peaked at 12 hours. Acidity kept rising to 18.\n\nTasters preferred the longest rest in spite of the smaller loaf. Sixty loaves from one oven are a small sample; a second flour may shift the peak.",
	},
	{
		name: "Ten baking secrets you never knew",
		kind: "post",
		author: "Loaf Daily",
		category: "Practice",
		description: "A list. Number seven repeats number two.",
		isPrimary: false,
		body: "Secret one: good flour. Secret two: let it rest. Secret three: a hot oven.\n\nSecret seven: give it time to rest. Share this with somebody who bakes.",
	},
	{
		name: "Why cold dough tastes of more",
		kind: "video",
		author: "Kitchen Bench",
		category: "Explanation",
		description: "Twelve minutes on enzymes, starch and sugar, with a whiteboard.",
		isPrimary: false,
		body: "Yeast slows in the cold, enzymes slow less. So starch goes on turning into sugar while little of it is eaten. What is left browns in the oven and tastes.\n\nThe host says where this stops being true: above 10 °C the yeast wins again.",
	},
	{
		name: "Notes on wild yeast",
		kind: "thread",
		author: "Ren",
		category: "Explanation",
		description: "A microbiologist answers beginners' questions, patiently.",
		isPrimary: true,
		body: "No, the yeast does not come from the air in any amount that matters. It comes with the flour.\n\nYes, two starters in two cities become different within weeks. ==Feed them differently and they become different within days.==",
	},
	{
		name: "The future of bread",
		kind: "article",
		author: "Markets Weekly",
		category: "",
		description: "Forecasts about bread prices; nothing on how it is made.",
		isPrimary: false,
		body: "Analysts expect moderate growth. Analysts also expected this last year. Prices may rise, unless they fall.",
	},
];
