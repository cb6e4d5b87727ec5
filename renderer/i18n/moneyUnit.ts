/** In which unit amounts are shown and typed. */
export type MoneyUnit = 'toman' | 'rial'
