const AMOUNT = { property: 'amount', value: 50_000_000_000, unit: 'USD' };
/** A deal of 50 billion dollars that OpenAI might make. */
export const GOOGLE = {
  id: 'deal:openai-google-cloud-2026',
  name: 'OpenAI–Google Cloud 2026',
  statements: [
    { property: 'form', value: 'COMPUTE_PURCHASE' },
    { property: 'party', scope: 'customer', object: 'company:openai' },
    { property: 'party', scope: 'provider', object: 'cloud:google-cloud' },
    AMOUNT,
  ],
};
/** What OpenAI has bought of AWS. */
export const AWS = ['deal:openai-aws-2025', 'deal:openai-aws-2026-expansion'];
