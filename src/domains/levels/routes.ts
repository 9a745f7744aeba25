import { resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { matrixPage } from '../strategy'
import { cellForm, cellPage, executionPage } from './cell.pages'
import { executionOfDistrict } from './cell.parts'
import { levelPage } from './level.pages'
import { levelsResources } from './levels.api'
import { localPlanPage, localPlansPage } from './local-plan.pages'
import { planForm, planFormPage } from './local-plan-form.pages'
import { nationalForm, nationalPage } from './national.pages'
import { levelsPage } from './overview.pages'
import { variantPage, variantsPage } from './variant.pages'
import { variantForm, variantFormPage } from './variant-form.pages'

const own = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})

const variant = '/acties/:code/varianten/:gebied'
const plan = '/veiligheidsplannen/:code'
const execution = '/deelname/:district/uitvoeringsplan'

/** Who writes for an area is decided per area; the routes are for every professional. */
export const levelsRoutes: readonly Route[] = [
  publicPage('/doorwerking', levelsPage),
  publicPage('/doorwerking/landelijk/:punt', nationalPage),
  own('post', '/doorwerking/landelijk/:punt/koppelen', 'landelijk punt gekoppeld', nationalForm),
  publicPage('/doorwerking/:prioriteit', levelPage),
  publicPage('/acties/:code/varianten', variantsPage),
  publicPage(variant, variantPage),
  own('get', `${variant}/invullen`, 'eigen versie van een actie bekeken om in te vullen', variantFormPage),
  own('post', `${variant}/invullen`, 'eigen versie van een actie bewaard', variantForm),
  publicPage('/deelname/:district', matrixPage(executionOfDistrict)),
  own('get', execution, 'uitvoeringsplan van district bekeken', executionPage),
  own('get', `${execution}/vak`, 'vak van uitvoeringsplan bekeken om te wijzigen', cellPage),
  own('post', `${execution}/vak`, 'vak van uitvoeringsplan gewijzigd', cellForm),
  publicPage('/veiligheidsplannen', localPlansPage),
  own('get', '/veiligheidsplannen/nieuw', 'veiligheidsplan bekeken om in te vullen', planFormPage),
  own('post', '/veiligheidsplannen/nieuw', 'veiligheidsplan bewaard', planForm),
  publicPage(plan, localPlanPage),
  own('get', `${plan}/wijzigen`, 'veiligheidsplan bekeken om te wijzigen', planFormPage),
  own('post', `${plan}/wijzigen`, 'veiligheidsplan gewijzigd', planForm),
  ...levelsResources.flatMap(resourceRoutes),
]
