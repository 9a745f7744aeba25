import { withCaution } from './csvw'
import { type Catalogue, contactId, type Dataset, datasetId, formId, type Service, serviceId } from './dataset'
import { inDutch, literal, type Node, to } from './graph'
import { fileType, language, mediaType, openToAll, thingsNamed } from './vocabulary'

/** A catalogue by DCAT-AP-NL 3: every table a dataset with its files, and every service that gives rows. */
export function catalogueNodes(catalogue: Catalogue): Node[] {
  const { baseUrl, page, publication, datasets, services } = catalogue
  const whole: Node = {
    '@id': `${baseUrl}${page}#catalogus`,
    '@type': 'dcat:Catalog',
    'dct:title': inDutch(catalogue.title),
    'dct:description': inDutch(catalogue.description),
    ...responsible(catalogue),
    'dct:license': to(publication.licence.uri),
    'foaf:homepage': to(`${baseUrl}${page}`),
    'dcat:dataset': datasets.map((dataset) => to(datasetId(catalogue, dataset))),
    'dcat:service': services.map(({ code }) => to(serviceId(catalogue, code))),
  }
  return [
    whole,
    ...datasets.flatMap((dataset) => [datasetNode(catalogue, dataset), ...distributions(catalogue, dataset)]),
    ...services.map((service) => serviceNode(catalogue, service)),
    ...thingsNamed(catalogue),
  ]
}

/** What the catalogue, a dataset and a service say alike. */
function responsible(catalogue: Catalogue) {
  const { publisher, themes } = catalogue.publication
  return {
    'dct:publisher': to(publisher.uri),
    'dct:creator': to(publisher.uri),
    'dcat:contactPoint': to(contactId(catalogue)),
    'dcat:theme': themes.map(({ uri }) => to(uri)),
    'dct:language': to(language),
    'dct:accessRights': to(openToAll),
  }
}

function datasetNode(catalogue: Catalogue, dataset: Dataset): Node {
  const { title, forms } = dataset
  const page = to(`${catalogue.baseUrl}${dataset.page}`)
  return {
    '@id': datasetId(catalogue, dataset),
    '@type': 'dcat:Dataset',
    'dct:title': inDutch(title),
    'dct:description': inDutch(withCaution(dataset)),
    'dct:identifier': literal(datasetId(catalogue, dataset)),
    ...responsible(catalogue),
    'dcat:keyword': [inDutch('veiligheid'), inDutch(title.toLowerCase())],
    'dcat:landingPage': page,
    'foaf:page': page,
    'dct:conformsTo': [...new Set(forms.map(({ schema }) => schema.uri))].map(to),
    'dcat:distribution': forms.map(({ code }) => to(formId(catalogue, dataset, code))),
  }
}

function distributions(catalogue: Catalogue, dataset: Dataset): Node[] {
  return dataset.forms.map((form) => {
    const address = to(`${catalogue.baseUrl}${form.path}`)
    return {
      '@id': formId(catalogue, dataset, form.code),
      '@type': 'dcat:Distribution',
      'dct:title': inDutch(`${dataset.title}: ${form.title}`),
      'dct:description': inDutch(withCaution(dataset)),
      'dcat:accessURL': address,
      // The shapes advise a download for each; for a service it is the address that answers with the rows.
      'dcat:downloadURL': address,
      'dcat:accessService': to(serviceId(catalogue, form.service)),
      'dcat:mediaType': to(mediaType(form.mediaType)),
      'dct:format': to(fileType(form.fileType)),
      'dct:license': to(catalogue.publication.licence.uri),
      'dct:language': to(language),
      'dct:conformsTo': to(form.schema.uri),
    }
  })
}

function serviceNode(catalogue: Catalogue, service: Service): Node {
  const { baseUrl, page, datasets, publication } = catalogue
  const served = datasets.filter(({ forms }) => forms.some((form) => form.service === service.code))
  return {
    '@id': serviceId(catalogue, service.code),
    '@type': 'dcat:DataService',
    'dct:title': inDutch(service.title),
    'dct:description': inDutch(service.description),
    'dct:identifier': literal(serviceId(catalogue, service.code)),
    ...responsible(catalogue),
    'dcat:keyword': [inDutch('veiligheid'), inDutch('API')],
    'dct:license': to(publication.licence.uri),
    'dcat:endpointURL': to(`${baseUrl}${service.endpoint}`),
    'dcat:endpointDescription': to(`${baseUrl}${service.endpointDescription}`),
    'dcat:landingPage': to(`${baseUrl}${page}`),
    'foaf:page': to(`${baseUrl}${page}`),
    'dct:conformsTo': to(service.standard.uri),
    'dcat:servesDataset': served.map((dataset) => to(datasetId(catalogue, dataset))),
  }
}
