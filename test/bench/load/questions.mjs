/** What people ask, small and large: each client asks them in turn. */
export const QUESTIONS = [
  'query Entity { company(id: "company:openai") { id name country { id } roles } }',
  'query Neighbours { company(id: "company:openai") { name dependencies(first: 20) { edges { kinds node { id name dependencies(first: 20) { edges { kinds node { id name } } } } } } } }',
  'query Companies { companies(first: 20) { totalCount edges { node { id name facts(property: "name") { value sources { id title } } } } } }',
  'query Transitive { dependencies(of: "company:openai", transitive: true, first: 100) { edges { depth kinds confidence node { id name } path { nodes { id } } } } }',
  'query Search { search(query: "nvida", first: 10) { edges { score node { id name } } } }',
  'query Commitments { commitments(of: "company:openai") { totalUsd schedule { year amountUsd } } }',
  'query Past { company(id: "company:nvidia") { name dependents(asOf: "2024-06-01", first: 10) { edges { node { name } } } } }',
  'query Missing { company(id: "company:nobody") { name } }',
];
