import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ok, warning, wrong, type Finding } from './finding.ts'

const dayMs = 24 * 3_600_000
const daysWarning = 21

/** Readable, in its time, and fitting its key. */
export function checkCertificate(certFile: string, keyFile: string): Finding {
  const check = 'certificate'
  if (certFile === '' && keyFile === '')
    return ok(check, 'none: loopback, or a proxy in front speaks TLS')
  if (certFile === '' || keyFile === '')
    return wrong(
      check,
      'only one of certificate and key is given',
      'Give --tls-cert and --tls-key.',
    )
  try {
    const certificate = new X509Certificate(readFileSync(certFile))
    if (!certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile))))
      return wrong(
        check,
        'the key does not belong to the certificate',
        'Give the key that the certificate was made for.',
      )
    const days = Math.floor((certificate.validToDate.getTime() - Date.now()) / dayMs)
    const text = `${certificate.subject.replaceAll('\n', ', ')}, ${days} days left`
    if (certificate.validFromDate.getTime() > Date.now())
      return wrong(check, `${text}; not valid yet`, 'Check the clock.')
    if (days < 0) return wrong(check, 'it has expired', 'Renew it and restart the server.')
    return days < daysWarning
      ? warning(check, text, 'Renew it soon, then restart the server.')
      : ok(check, text)
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    return wrong(check, reason, 'Give PEM files that the server may read.')
  }
}
