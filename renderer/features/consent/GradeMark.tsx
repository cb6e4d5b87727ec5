import type { ConsentGrade } from '../../../core/domain/consent/types.ts'
import { useText } from '../../i18n/text.ts'

/** How well an answer proves itself: A in the app, B on the customer's own phone, C signed at the counter, D a call noted by staff. */
export function GradeMark({ grade, named = false }: { grade: ConsentGrade; named?: boolean }) {
  const text = useText()
  return (
    <span className={`grade-mark ${grade}`}>
      <i aria-hidden="true">{grade}</i>
      <span className={named ? '' : 'vh'}>
        {named ? text(`domain.consentGrade.${grade}`) : text('domain.consentGradeShort', { grade })}
      </span>
    </span>
  )
}
