import type { Mobile } from '../../core/persian/mobile.ts'
import { useFormat } from '../i18n/format.ts'

/** `۰۹۱۲ ۴۸۶ ۲۱۷۵`, left to right in any sentence. */
export function Phone({ mobile }: { mobile: Mobile }) {
  return <bdi className="ltr">{useFormat().mobile(mobile)}</bdi>
}
