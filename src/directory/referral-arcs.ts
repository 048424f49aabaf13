/**
 * Referral between provinces. Sources say which organization refers to which, hardly ever from where to where, so
 * most of what they say is no arc; the rule is in docs/decisions/referral-arcs.md.
 */
import type { Service } from '../schema/directory.ts';
import type { Link } from './referral-links.ts';

/** One statement of referral whose two ends are known and apart. */
export interface ReferralStep {
  /** Id of the service whose row says it. */
  service: string;
  /** Ids of organizations. */
  sender: string;
  receiver: string;
  /** Ids of provinces; never the same one on both sides. */
  from: readonly string[];
  to: readonly string[];
  /** False where the source does not print the direction. */
  printed: boolean;
}

/** All that is said of referral from one province to another. */
export interface Arc {
  from: string;
  to: string;
  /** Pairs of a sender and a receiver. */
  count: number;
  /** False where a row behind it does not print the direction, or names several provinces and not which of them. */
  certain: boolean;
}

/**
 * The statements that may be drawn. The end that speaks lies where its own row says; the other one, of which the row
 * says nothing but the name, only where it is recorded in a single province and never as nationwide. Ends that may lie
 * in the same province are no arc: nothing then says that anybody left it.
 * @param services all of the edition, redacted; what is below the province is not looked at.
 */
export function referralSteps(
  links: readonly Link[],
  services: readonly Pick<Service, 'organization' | 'coverage' | 'provinces'>[],
): ReferralStep[] {
  const provincesOf = (party: string, { service }: Link) =>
    party === service.organization && service.provinces.length > 0
      ? service.provinces
      : onlyProvince(services.filter(({ organization }) => organization === party));
  return links.flatMap((link) => {
    const from = provincesOf(link.from, link);
    const to = provincesOf(link.to, link);
    if (from.length === 0 || to.length === 0 || from.some((id) => to.includes(id))) return [];
    return {
      service: link.service.id,
      sender: link.from,
      receiver: link.to,
      from,
      to,
      printed: link.directionPrinted,
    };
  });
}

/**
 * Steps by province, in the order in which they first occur.
 * @param fits which services answer the question that is asked, by id.
 */
export function arcsOf(steps: readonly ReferralStep[], fits: (service: string) => boolean): Arc[] {
  const drawn = steps
    .filter(({ service }) => fits(service))
    .flatMap((step) => {
      const certain = step.printed && step.from.length === 1 && step.to.length === 1;
      return step.from.flatMap((from) => step.to.map((to) => ({ ...step, from, to, certain })));
    });
  return [...Map.groupBy(drawn, ({ from, to }) => `${from} ${to}`).values()].map((together) => {
    const [{ from, to }] = together as [(typeof together)[number]];
    return {
      from,
      to,
      count: new Set(together.map(({ sender, receiver }) => `${sender} ${receiver}`)).size,
      certain: together.every(({ certain }) => certain),
    };
  });
}

/** Services that do not say where they work are silent: they neither give a province nor take one away. */
function onlyProvince(own: readonly Pick<Service, 'coverage' | 'provinces'>[]): readonly string[] {
  if (own.some(({ coverage }) => coverage === 'nationwide')) return [];
  const named = new Set(own.flatMap(({ provinces }) => provinces));
  return named.size === 1 ? [...named] : [];
}
