/** What the customer reads out at the desk: the platform's word for the booking, with the job's number in it. */
export function bookingRef(jobNo: number): string {
  return `KMX-${jobNo}`
}
