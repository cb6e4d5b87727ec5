import { useQuery } from '@tanstack/react-query'
import type { Sha256Hex } from '../../../core/basics/ids.ts'
import { client } from '../../client/client.ts'

/** The address of a stored photo for an `img`; null while it is read, and when the garage has none of this hash. */
export function usePhotoUrl(hash: Sha256Hex): string | null {
  const { data } = useQuery({ queryKey: ['photo', hash], queryFn: () => client.photo({ hash }) })
  return data ? `data:image/jpeg;base64,${data.base64}` : null
}
