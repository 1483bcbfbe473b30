import { Graph, graphVersion } from './graph.ts'
import { describe } from './outcomes.ts'

export const officialRoot = 'https://graph.facebook.com'

interface Access {
  readonly token: string
  readonly phoneNumberId: string
  readonly apiRoot?: string | undefined
  readonly version?: string | undefined
}

/** What Meta says of our number when it is asked, for doctor and the smoke check; a fault in one sentence. Never throws. */
export async function askNumber({
  token,
  phoneNumberId,
  apiRoot = officialRoot,
  version = graphVersion,
}: Access): Promise<{ readonly number: string; readonly quality?: string } | { readonly fault: string }> {
  try {
    const graph = new Graph({ apiRoot: apiRoot.replace(/\/+$/, ''), version, phoneNumberId, token })
    const { display_phone_number, quality_rating } = await graph.readNumber(AbortSignal.timeout(10_000))
    return {
      number: display_phone_number ?? phoneNumberId,
      ...(quality_rating !== undefined && { quality: quality_rating }),
    }
  } catch (error) {
    return { fault: describe(error) }
  }
}
