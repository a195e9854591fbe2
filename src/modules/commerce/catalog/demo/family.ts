/**
 * Products that differ only in model and option, such as one ring binder in two widths and five colours. `{model}` and
 * `{option}` in the texts are replaced by the variant's own words.
 */
export interface ProductFamily {
  name: string;
  description: string;
  /** Price of each model in US cents, or the one price of a family without models. */
  priceMinor: number | Readonly<Record<string, number>>;
  /** Colours, subjects, grades: whatever changes the product but not its price. */
  options?: readonly string[];
}
