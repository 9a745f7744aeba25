// Ends with 0 when the server on this machine is ready: database and migrations right. For a health check without curl.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/klaar`).catch(() => null)
process.exit(answer?.ok ? 0 : 1)
