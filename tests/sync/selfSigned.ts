/** A certificate that nobody vouches for, with its key: of use in tests alone. */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  return { key, cert }
}

const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVVtm9h9XjfO7E1U/
vfcwHaMIISNYgnqJoi+5RHtNdgihRANCAAR7zZaee9LR7S810fyEv8nbUc2JXon3
4I9Z0drXxEWw2BLNnBQjqkak2ei78U1Usl25p1+Hphd1ziKZhkRTD0ML
-----END PRIVATE KEY-----
`
const cert = `-----BEGIN CERTIFICATE-----
MIIBiDCCAS+gAwIBAgIUd0GIxWM0R58OfjoR6/jSR0YZri4wCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwObm9ib2R5LmludmFsaWQwIBcNMjYxMTIzMDEwMDUzWhgPMjEy
NjEwMzAwMTAwNTNaMBkxFzAVBgNVBAMMDm5vYm9keS5pbnZhbGlkMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEe82WnnvS0e0vNdH8hL/J21HNiV6J9+CPWdHa18RF
sNgSzZwUI6pGpNnou/FNVLJduadfh6YXdc4imYZEUw9DC6NTMFEwHQYDVR0OBBYE
FCAK6FFvLdCGARi4k1XM7BchzdaHMB8GA1UdIwQYMBaAFCAK6FFvLdCGARi4k1XM
7BchzdaHMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgDRiJy71v
7j21qpPY5WenXViA+4FNTkk8+Xnx4gmB0ocCIDjjr6t7+8gec/a7p8Fu4ld8Kw0X
Eym5lnvjGTPE2pm8
-----END CERTIFICATE-----
`
