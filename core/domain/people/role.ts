/** The three kinds of people who work in Pishkhan (product.md, "Who uses it"). */
export type Role = 'owner' | 'frontDesk' | 'mechanic'
export const roles: readonly Role[] = ['owner', 'frontDesk', 'mechanic']
