/**
 * style-src needs no 'unsafe-inline': React sets style attributes through the CSSOM, which the policy does not cover
 * (CSP Level 3, 8.2); only style attributes in HTML text and style elements would be refused.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
