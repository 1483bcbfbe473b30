/** The channel of an address, for the column that repeats it beside a message. */
export function channelOf(addressId: string): string {
  return `(select a.channel from address a where a.id = ${addressId})`
}
