/** Brings the table, the strip of nationwide organizations and the key of the map up to another answer. */
import type { MapWords } from '../i18n/map-words.ts';
import { type MapModel, mapRows, nationwideCells, type Pin, pinText, STATE_SIGNS } from '../map/model.ts';
import { glyph } from './map-card.ts';
import { stateIcon } from './state-icon.ts';
import { writeText } from './write-text.ts';

/** What a state is called and what it means, for the people asked for. */
export interface StateWords {
  name: string;
  means: string;
}

type State = keyof typeof STATE_SIGNS;

/**
 * Columns of kinds that are not asked for are hidden: a dash would say that nothing is recorded.
 * @param rowWords the line beneath each province, by its state.
 */
export function fillTable(table: HTMLElement, model: MapModel, rowWords: Record<State, string>): void {
  const columns = new Map(model.groups.map(({ id }, i) => [id, i]));
  const fill = (row: Element | null, cells: readonly (Pin | undefined)[]) => {
    for (const cell of row?.querySelectorAll<HTMLElement>('td[data-group]') ?? [])
      writeText(cell, pinText(cells[columns.get(cell.dataset.group ?? '') ?? -1]));
  };
  for (const cell of table.querySelectorAll<HTMLElement>('[data-group]:is(th, td)'))
    cell.hidden = !columns.has(cell.dataset.group ?? '');
  fill(table.querySelector('[data-row="nationwide"]'), nationwideCells(model));
  for (const { id, state, cells } of mapRows(model)) {
    const row = table.querySelector(`[data-row="${id}"]`);
    fill(row, cells);
    const line = row?.querySelector('[data-row-state]');
    if (line) writeState(line, STATE_SIGNS[state], rowWords[state]);
  }
}

function writeState(line: Element, answer: string, words: string): void {
  const before = line.querySelector<HTMLElement>('.state')?.dataset.answer;
  if (before !== answer || line.textContent?.trim() !== words)
    line.replaceChildren(stateIcon(answer), ` ${words}`);
}

/** The organizations that work nationwide, and the services that do not say where. */
export function fillNationwide(
  strip: HTMLElement,
  model: MapModel,
  nationwide: boolean,
  words: MapWords,
): void {
  const part = (selector: string) => strip.querySelector<HTMLElement>(selector);
  part('ul')?.replaceChildren(
    ...model.nationwide.map((pin) => {
      const item = document.createElement('li');
      const sign = glyph(pin.group.id, 22);
      sign.removeAttribute('aria-hidden');
      sign.setAttribute('role', 'img');
      sign.setAttribute('aria-label', pin.group.label);
      item.append(sign, ` ${pinText(pin)}`);
      return item;
    }),
  );
  const note = part('[data-nationwide-note]');
  if (note) note.textContent = nationwide ? words.nationwideIn : words.nationwideApart;
  const unplaced = part('.map-unplaced');
  if (unplaced) {
    unplaced.textContent = words.unplaced.replace('{n}', String(model.unplaced));
    unplaced.hidden = model.unplaced === 0;
  }
}

/** Only what this answer really shows is explained. */
export function fillKey(key: HTMLElement, model: MapModel, words: Record<State, StateWords>): void {
  for (const item of key.querySelectorAll<HTMLElement>('[data-key-state]')) {
    const state = item.dataset.keyState as State;
    item.hidden = !model.legend.states.includes(state);
    const text = item.querySelector('[data-key-text]');
    const name = document.createElement('strong');
    name.textContent = `${words[state].name}.`;
    text?.replaceChildren(name, ` ${words[state].means}`);
  }
  for (const item of key.querySelectorAll<HTMLElement>('[data-key-group]'))
    item.hidden = !model.legend.groups.some(({ id }) => id === item.dataset.keyGroup);
}
