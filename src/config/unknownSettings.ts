import { didYouMean } from '../model/errors.js';
import { typoDistance } from '../model/text.js';

/** Names that begin so can only be meant for this program. */
const PREFIX = /^(?:AIGRAPH|AI_INFRA_GRAPH)_/;
/** Shorter names are near too much that an environment has: HOME lies two typos from HOST. */
const SHORTEST = 5;
const ONE_TYPO_BELOW = 8;

/**
 * A problem for each environment variable that is no setting but was meant as one: it differs from a setting by a typo or two, or
 * begins with the program's name. Values are not looked at. O(variables × settings).
 */
export function unknownSettings(variables: Iterable<string>, settings: readonly string[]): readonly string[] {
  const known = new Set(settings);
  return [...variables].flatMap((variable) => {
    if (known.has(variable)) return [];
    const name = variable.toUpperCase();
    const bare = name.replace(PREFIX, '');
    const near = settings.filter((setting) => setting === bare || isNear(bare, setting));
    return near.length > 0 || bare !== name
      ? [`Expected the name of a setting but got: "${variable}".${didYouMean(near)}`]
      : [];
  });
}

function isNear(name: string, setting: string): boolean {
  if (setting.length < SHORTEST || name.length < SHORTEST) return false;
  const most = setting.length < ONE_TYPO_BELOW ? 1 : 2;
  return typoDistance(name, setting, most) <= most;
}
