/**
 * What people agree to, each purpose by itself (UU 27/2022, article 22): being reported from and kept, being written to,
 * use of photos, publication of stories, being taken into a group.
 */
export const consentKinds = ['reporting', 'contact', 'photo', 'story', 'group'] as const
export type ConsentKind = (typeof consentKinds)[number]

export function isConsentKind(text: string): text is ConsentKind {
  return (consentKinds as readonly string[]).includes(text)
}

/** Without these two nothing may be asked of the person at all. */
export const needed: readonly ConsentKind[] = ['reporting', 'contact']

/** How a version is called where it is recorded. */
export const versionName = (text: { readonly kind: string; readonly number: number }) => `${text.kind} ${text.number}`
