/** Gaps as results: what the providers themselves said is missing. */
import type { Service, Statement } from '../schema/directory.ts';

/** The gaps stated about the kinds of help of these services, by the organizations that provide them. */
export function gapsStatedOf(
  services: readonly Pick<Service, 'type' | 'organization'>[],
  statements: readonly Statement[],
): Statement[] {
  return statements.filter(
    ({ kind, topic, organization }) =>
      kind === 'gap' &&
      services.some((service) => service.type === topic && organization.includes(service.organization)),
  );
}
