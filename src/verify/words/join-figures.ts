import months from '../data/months.json' with { type: 'json' };

const CURRENCY_GAP = /([$£€¥]) (?=\d)/gu;
const SCALE_GAP = /([$£€¥]\d[\d.,]{0,20}) (?=(?:k|m|bn|tn)\b)/gu;
const SCORE_GAP = /(\d) ([-–]) (?=\d)/gu;
const PERCENT_GAP = /(\d) (?=%)/gu;
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:, \d{3})+(?!\d)/gu;

const DECIMAL_GAP = /(\d)\. (?=\d)/gu;
const MONTH = new RegExp(`\\b(?:${months.join('|')})\\b(?= \\d)|(?<=\\d )(?:${months.join('|')})\\b`, 'gu');

/**
 * Figures without the spaces that a tokeniser puts into them: "£ 50 m", "2 - 0", "1, 056", "1. 1 million"; and months of a
 * text in small letters as months. For comparing only.
 */
export function joinFigures(text: string): string {
  return text
    .replace(CURRENCY_GAP, '$1')
    .replace(SCALE_GAP, '$1')
    .replace(SCORE_GAP, '$1$2')
    .replace(PERCENT_GAP, '$1')
    .replace(DECIMAL_GAP, '$1.')
    .replace(MONTH, (month) => month.charAt(0).toUpperCase() + month.slice(1))
    .replace(THOUSANDS, (figure) => figure.replaceAll(', ', ','));
}
