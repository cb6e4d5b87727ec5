import type { PersonId, ServiceId } from '../../core/basics/ids.ts'
import { statement, type ReadableDb } from '../connection.ts'

/** Exact sums over the finished work of one service, vehicle class and mechanic; seconds and seconds squared. */
export type WorkSum = {
  readonly serviceId: ServiceId
  readonly vehicleClass: string
  readonly mechanicId: PersonId
  readonly n: number
  readonly sumS: number
  readonly sumSqS2: number
}

export function workSums(db: ReadableDb): readonly WorkSum[] {
  const sql = `
SELECT service_id AS serviceId, vehicle_class AS vehicleClass, mechanic_id AS mechanicId, n, sum_s AS sumS, sum_sq_s2 AS sumSqS2 FROM work_sum`
  return statement<[], WorkSum>(db, sql).all()
}
