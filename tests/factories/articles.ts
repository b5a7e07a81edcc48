/** Two articles of the tests' company. */
export const HEADPHONES = '0190a000-0000-7000-8000-000000000001'
export const CHARGER = '0190a000-0000-7000-8000-000000000002'
