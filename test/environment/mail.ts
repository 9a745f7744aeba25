import { createTransport, type SendMailOptions } from 'nodemailer'

/** What a mail server is answered when it hands over a mail: `250`, or the code and text of the refusal. */
export type Handed = { readonly code: number; readonly text: string }

/** Hands a mail to the listener of the product, as the mail server of an organisation does. */
export async function handMail(
  port: number,
  to: string,
  mail: SendMailOptions,
  from = 'iemand@elders.example',
): Promise<Handed> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  try {
    const { response } = await transport.sendMail({ from, to, envelope: { from, to }, ...mail })
    return { code: Number(response.slice(0, 3)), text: response }
  } catch (fault) {
    const { responseCode, response } = fault as { responseCode?: number; response?: string }
    if (!responseCode) throw fault
    return { code: responseCode, text: response ?? '' }
  } finally {
    transport.close()
  }
}
