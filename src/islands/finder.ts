/** The finder of a directory that fits into its page: cards and index stand there, and the page answers by itself. */
import { pageDesk } from './finder-desk.ts';
import { FinderElement } from './finder-element.ts';

class Finder extends FinderElement {
  /** More than fit on a screen. */
  protected override readonly first = 6;

  protected openDesk() {
    return pageDesk(this);
  }
}

if (customElements.get('spean-finder') === undefined) customElements.define('spean-finder', Finder);
