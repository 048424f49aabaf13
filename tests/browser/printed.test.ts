/**
 * Every number and every page that the tables of an edition carry is found again on the pages of the practitioner
 * site. The messages give the ids of rows only: a test report is public.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { elements, readPages } from './built-site.ts';
import { currentEdition, DATA, type Row, readCsv, servicesOf, splitList } from './directory-data.ts';
import { openPage } from './harness.ts';

const READING = '../shared/reference/forum-2010/contacts.csv';
const EDITION = join(DATA, 'editions/2010');
/** Themes of the discussions are no kinds of help: what was said of them stands on the page of the edition. */
const EDITION_PAGE = 'editions/2010/';
/** An id that is no neutral address has no page. */
const WITHOUT_PAGE = 'victims';

const contacts = readCsv(join(EDITION, 'contacts.csv'));

/** Something that must stand on a page, together with the pages of the source that it comes from. */
interface Mark {
  /** Names the row in messages. */
  row: string;
  /** Address below the language. */
  address: string;
  /** Where on the page: these elements and what they hold; with `words`, only those that hold these words. */
  selector: string;
  words?: string;
  /** How far around an element to look, as long as no other element of the selector `[data-phone]` comes in. */
  around?: boolean;
  pages: string[];
}

/** The rows that are not found again on the practitioner site, or not with all their pages. */
async function missing(marks: readonly Mark[]): Promise<string[]> {
  const { page, close } = await openPage('en', '', { site: 'practitioner' });
  const rows = await page.evaluate(
    async ({ marks, url }) => {
      const parsed = new Map<string, Document | undefined>();
      const open = async (address: string) => {
        const answer = await fetch(`${url}/en/${address}`);
        return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
      };
      /** The parts of the page around a number that hold no other number. */
      const around = (element: Element): Element[] => {
        const number = element.getAttribute('data-phone');
        const parts: Element[] = [];
        for (let part = element.parentElement; part !== null && parts.length < 3; part = part.parentElement) {
          const others = [...part.querySelectorAll('[data-phone]')];
          if (others.some((other) => other.getAttribute('data-phone') !== number)) break;
          parts.push(part);
        }
        return parts;
      };
      const lost: string[] = [];
      for (const mark of marks) {
        if (!parsed.has(mark.address)) parsed.set(mark.address, await open(mark.address));
        const found = [...(parsed.get(mark.address)?.querySelectorAll(mark.selector) ?? [])].filter(
          (element) => element.textContent.includes(mark.words ?? ''),
        );
        const text = found
          .flatMap((element) => (mark.around ? around(element) : [element]))
          .map((element) => element.textContent)
          .join(' ');
        const absent = mark.pages.filter((number) => !new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text));
        if (found.length === 0) lost.push(`${mark.row} is not on ${mark.address}`);
        else if (absent.length > 0)
          lost.push(`${mark.row} is on ${mark.address} without p. ${absent.join(', ')}`);
      }
      return lost;
    },
    { marks, url: inject('practitioner').url },
  );
  await close();
  return rows;
}

const numberMark = (row: string, phone: string, organization: string, page = ''): Mark => ({
  row,
  address: organization === '' ? EDITION_PAGE : `organizations/${organization}/`,
  selector: `[data-phone="${phone}"]`,
  around: true,
  pages: splitList(page),
});

describe('every number', () => {
  it('that practitioners may see stands with its pages at its organization', async () => {
    const marks = contacts
      .filter(({ visibility, phone }) => visibility !== 'withheld' && phone !== '')
      .map(({ id = '', phone = '', organization = '', page }) => numberMark(id, phone, organization, page));
    expect(await missing(marks)).toEqual([]);
    expect(marks.length).toBeGreaterThan(80);
  });

  it.runIf(existsSync(join(READING, '..')))('of an independent reading of the report does too', async () => {
    const withheld = new Set(
      contacts
        .filter(({ visibility }) => visibility === 'withheld')
        .flatMap(({ phone = '', phone_as_printed }) => [phone, ...splitList(phone_as_printed)])
        .map((number) => number.replace(/\D/g, '').replace(/^855/, '0')),
    );
    const marks = readCsv(READING).flatMap(({ org_key = '', digits = '', pages }, index) =>
      org_key === '' || digits.length < 8 || withheld.has(digits)
        ? []
        : [numberMark(`row ${index + 2}`, `+855${digits.slice(1)}`, org_key, pages)],
    );
    expect(await missing(marks)).toEqual([]);
    expect(marks.length).toBeGreaterThan(80);
  });

  it.each(['public', 'practitioner'] as const)('can be tapped only while it is fresh (%s)', (site) => {
    const unchecked = new Set(
      contacts.filter(({ verified_on }) => verified_on === '').map(({ phone = '' }) => phone),
    );
    const wrong = readPages(inject(site).folder).flatMap(({ address, html }) =>
      elements(html, 'a')
        .filter(({ href = '' }) => /^(tel|sms|callto):/i.test(href))
        .filter(({ href = '', ...hooks }) => {
          return hooks['data-age'] !== 'fresh' || unchecked.has(href.replace(/^\w+:/, ''));
        })
        .map(() => address),
    );
    expect(wrong).toEqual([]);
    expect(unchecked.size).toBeGreaterThan(0);
  });
});

describe('every page of the source', () => {
  const services = servicesOf('2010');
  const serviceMark = (row: string, { id, organization }: Row, page = ''): Mark => ({
    row,
    address: `organizations/${organization}/`,
    selector: `tr[data-service="${id}"]`,
    pages: splitList(page),
  });

  it('that a service comes from', async () => {
    expect(currentEdition()).toBe('2010');
    const marks = services.map((service) => serviceMark(service.id ?? '', service, service.page));
    expect(await missing(marks)).toEqual([]);
  });

  it('that a referral comes from, at its service and at both its ends', async () => {
    const byId = new Map(services.map((service) => [service.id, service]));
    const marks = readCsv(join(EDITION, 'referrals.csv')).flatMap((referral) => {
      const { id = '', direction, party = '', sender = '', page } = referral;
      const service = byId.get(referral.service) ?? {};
      const outward = (direction === 'unclear' ? referral.reading : direction) === 'out';
      const own = sender || service.organization || '';
      const end = (organization: string, way: string, other: string): Mark => ({
        row: id,
        address: `organizations/${organization}/`,
        selector: ['unclear', way]
          .filter((word) => word === way || direction === 'unclear')
          .map((word) => `li[data-referral][data-direction="${word}"][data-party="${other}"]`)
          .join(),
        pages: splitList(page),
      });
      const atService = serviceMark(id, service, page);
      return [
        // A row with a sender of its own says what others do, and stands with them.
        ...(sender === ''
          ? [{ ...atService, selector: `${atService.selector}:has([data-party="${party}"])` }]
          : []),
        end(own, outward ? 'out' : 'in', party),
        ...(party === WITHOUT_PAGE ? [] : [end(party, outward ? 'in' : 'out', own)]),
      ];
    });
    expect(await missing(marks)).toEqual([]);
    expect(marks.length).toBeGreaterThan(800);
  });

  it('that a statement comes from', async () => {
    const placesOf = ({ organization, topic = '' }: Row) => {
      const group = topic.split('.')[0];
      const onTopic = topic.includes('.') ? [`services/${group}/${topic}/`] : [];
      const onGroup = topic.length === 2 ? [`services/${group}/`] : [];
      const said = [...splitList(organization).map((id) => `organizations/${id}/`), ...onTopic, ...onGroup];
      return said.length > 0 ? said : [EDITION_PAGE];
    };
    const marks = readCsv(join(EDITION, 'statements.csv')).flatMap((statement) =>
      placesOf(statement).map((address) => ({
        row: statement.id ?? '',
        address,
        selector: 'li',
        words: statement.text_en ?? '',
        pages: splitList(statement.page),
      })),
    );
    expect(await missing(marks)).toEqual([]);
    expect(marks.length).toBeGreaterThan(300);
  });
});
