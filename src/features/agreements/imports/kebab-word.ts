/** Our form of a category word, however it is written: 'priceProtection', 'Price Protection' and 'price_protection' are 'price-protection'. */
export function kebabWord(text: string): string {
  return text
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase()
}
