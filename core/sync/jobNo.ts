/**
 * The number of a job that is opened now, unique without asking anybody: the last digit says who opened it (0 the platform,
 * 1 to 9 a PC), what stands before it grows. Before the garage is on the platform there is one PC, and it counts 1, 2, 3.
 * @param newest the greatest number that is known here, 0 for none
 * @param deviceNo the PC's number on the platform, from 1; 0 for the platform; null before the enrolment
 */
export function nextJobNo(newest: number, deviceNo: number | null): number {
  if (deviceNo === null) return newest + 1
  return (Math.floor(newest / 10) + 1) * 10 + (deviceNo === 0 ? 0 : ((deviceNo - 1) % 9) + 1)
}
