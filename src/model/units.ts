/** Units of numeric values, with what they measure. Amounts of money carry an ISO 4217 code instead. */
export const UNITS: ReadonlyMap<string, string> = new Map([
  ['MW', 'megawatts'],
  ['W', 'watts'],
  ['GB', 'gigabytes'],
  ['TB/s', 'terabytes a second'],
  ['TFLOPS', '10^12 floating-point operations a second, dense unless noted'],
  ['PFLOPS', '10^15 floating-point operations a second'],
  ['EFLOPS', '10^18 floating-point operations a second'],
  ['H100e', 'H100 equivalents: the compute of so many Nvidia H100'],
  ['GPUs', 'graphics processors or other accelerators, counted'],
  ['CPUs', 'processors, counted'],
  ['TPUs', 'tensor processing units, counted'],
  ['chips', 'chips, counted'],
  ['GB300 equivalents', 'the compute of so many Nvidia GB300, counted'],
  ['wafers', 'wafers, counted'],
  ['wafers/month', 'wafers a month'],
  ['count', 'things counted'],
  ['billion', 'thousands of millions, counted'],
  ['shares', 'shares of a company, counted'],
  ['acres', 'acres'],
  ['percent', 'percent'],
  ['x', 'times as much'],
  ['rank', 'place in a ranking'],
  ['rank worldwide', 'place in a worldwide ranking'],
  ['year', 'a calendar year'],
  ['years', 'years'],
  ['date', 'a date, as precise as the source'],
]);

/** ISO 4217 codes of the currencies that amounts may be in. */
export const CURRENCIES: ReadonlySet<string> = new Set(
  (
    'AED ARS AUD BRL CAD CHF CLP CNY CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW KWD KZT MAD MXN MYR NGN NOK ' +
    'NZD PEN PHP PKR PLN QAR RON RUB RWF SAR SEK SGD THB TRY TWD UAH USD VND ZAR'
  ).split(' '),
);

/** Whether the text is a currency code. */
export function isCurrency(unit: string): boolean {
  return CURRENCIES.has(unit);
}

/** Whether the text is a unit or a currency code. */
export function isUnit(unit: string): boolean {
  return UNITS.has(unit) || CURRENCIES.has(unit);
}

const POINTS_IN_TIME: ReadonlySet<string | null> = new Set(['year', 'date']);

/** Whether a value of the unit is a point in time, of which a share such as 5 % means nothing. */
export function isPointInTime(unit: string | null): boolean {
  return POINTS_IN_TIME.has(unit);
}
