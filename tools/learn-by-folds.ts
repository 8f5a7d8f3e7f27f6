/**
 * Each item with what was learned from the items of all other folds, so that nothing is measured by what it was learned from. An item's
 * fold is its place modulo `folds`; each fold is learned once. Fold by fold, within one in the order of the items.
 */
export function learnByFolds<Item, Model>(
  items: readonly Item[],
  folds: number,
  learn: (others: readonly Item[]) => Model,
): { readonly item: Item; readonly model: Model }[] {
  return Array.from({ length: Math.min(folds, items.length) }, (_, fold) => {
    const model = learn(items.filter((_item, at) => at % folds !== fold));
    return items.filter((_item, at) => at % folds === fold).map((item) => ({ item, model }));
  }).flat();
}
