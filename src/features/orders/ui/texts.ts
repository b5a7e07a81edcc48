/** The texts of this area, as `useTranslations('orders')` and `getTranslations('orders')` give them. */
export type Texts = (key: string, values?: Record<string, string | number>) => string
