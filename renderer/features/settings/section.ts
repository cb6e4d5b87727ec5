import type { Garage } from '../../../core/domain/garage/types.ts'

/** What every section of the settings is given. */
export type SectionProps = { readonly garage: Garage; readonly isReadOnly: boolean }
