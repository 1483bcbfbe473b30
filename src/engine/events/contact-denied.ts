/** "Bukan saya" at the opening. */
export interface ContactDenied {
  readonly kind: 'contact-denied'
}
