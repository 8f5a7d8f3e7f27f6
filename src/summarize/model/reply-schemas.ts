import { z } from 'zod';

/*
 * What a model is asked to answer. Plain types only: strict servers refuse most other keywords, and what a number or a text must be
 * beyond its type is checked against the article. What a server leaves out though it is required gets its empty value.
 */

const quoteSchema = z.object({
  sentence: z.int().describe('The number of the sentence that holds the quoted words.'),
  words: z.string().describe('The quoted words exactly as they stand there, without quotation marks.'),
  translation: z
    .string()
    .nullish()
    .default(null)
    .describe('The quoted words in the language of the translation, or null.'),
});

const writtenShape = {
  text: z.string().describe('One statement in the language of the article; {1} stands for the first of the quotes.'),
  sentences: z.array(z.int()).describe('Numbers of the sentences that bear it, best first.'),
  statements: z.array(z.string()).default([]).describe('Ids of the statements that it reports; empty for none.'),
  quotes: z.array(quoteSchema).default([]).describe('What {1}, {2} … stand for, in order; empty for none.'),
  translation: z.string().nullish().default(null).describe('The same in the language asked for, or null.'),
};

const pointSchema = z.object(writtenShape);

export const draftSchema = z.object({
  headline: z.string().default('').describe('In the language of the article.'),
  headlineTranslation: z.string().nullish().default(null).describe('The same in the language asked for, or null.'),
  points: z.array(pointSchema).describe('The key points, the most important first.'),
});

export const answerSchema = z.object({
  answered: z.boolean().describe('Whether the article answers the question.'),
  ...writtenShape,
  text: z.string().describe('The answer in the language of the article; empty where it does not say.'),
});

export const repairSchema = z.object({
  points: z.array(z.object({ number: z.int().describe('The number of the point.'), ...writtenShape })),
});

/** A text that a model wrote about the article, with what it gives for it. */
export type Written = z.infer<typeof pointSchema>;
export type WrittenDraft = z.infer<typeof draftSchema>;
export type WrittenAnswer = z.infer<typeof answerSchema>;

/** As JSON Schema in the subset that strict servers take. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      delete jsonSchema.default;
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
    },
  });
  return plain;
}
