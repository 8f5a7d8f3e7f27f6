/** An article of our own whose page changes after it was briefed. */
export const LINES = [
  'The ferry to Lund will stop running on Sundays from May, its owner said on Tuesday.',
  '“We carry nine people on a winter Sunday, and the crew is eight,” said Karin Holt, who runs Lund Lines.',
  'The island council called the decision a betrayal. Its chairman, Piet Vanning, said that 340 people would be cut off for a day each week.',
  'Two officials told the Quay Gazette that the ministry had known of the plan since January. A ministry spokeswoman denied that.',
  'Holt said that the company had lost 2.1 million crowns last year and would lose more.',
];

/** The page of these lines. */
export const page = (lines: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>Sunday ferry ends</title></head><body><article><h1>Sunday ferry ends</h1>${lines
    .map((line) => `<p>${line}</p>`)
    .join('')}</article></body></html>`;
