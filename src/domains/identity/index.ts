export { organisationFile } from './organisation.pack'
export { identityResources, identityRoutes } from './routes'
export { sessionCookie, signedIn } from './session.store'
