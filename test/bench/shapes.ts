/** The four shapes of query that are measured. */
export const SHAPES = {
  'one entity': `{ company(id: "company:openai") { id name country { id } roles } }`,
  'an entity with two levels of neighbours': `{
    company(id: "company:openai") {
      id
      name
      dependencies(first: 20) {
        edges { kinds node { id name dependencies(first: 20) { edges { kinds node { id name } } } } }
      }
    }
  }`,
  "a page of 20 with their neighbours' neighbours": `{
    companies(first: 20) {
      edges {
        node {
          id
          name
          dependents(first: 5) { edges { node { id name dependents(first: 5) { edges { node { id name } } } } } }
        }
      }
    }
  }`,
  'transitive dependencies of OpenAI': `{
    dependencies(of: "company:openai", transitive: true, first: 100) {
      edges { depth kinds confidence node { id name kind } path { nodes { id } } }
    }
  }`,
} as const;
