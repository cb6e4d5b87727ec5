import type { Mobile } from '../../../core/persian/mobile.ts'

/** Who the customer says he is. */
export type Me = { readonly name: string; readonly mobile: Mobile }
