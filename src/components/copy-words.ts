import type { CopyWords } from '../i18n/copy-words.ts';
import { translator } from '../i18n/index.ts';
import type { Language } from '../schema/vocabulary.ts';

/** The words that the script of the copy's page needs, resolved. */
export function copyWords(lang: Language): CopyWords {
  const t = translator(lang);
  return {
    keep: t('copy.keep'),
    goOn: t('copy.goOn'),
    again: t('copy.again'),
    none: t('copy.none'),
    part: t('copy.part'),
    begun: t('copy.begun'),
    progress: t('copy.progress', { done: '{n}', total: '{of}' }),
    done: t('copy.done'),
    kept: t('copy.kept', { files: '{n}', size: '{size}' }),
    removing: t('copy.removing'),
    removed: t('copy.removed'),
    notRemoved: t('copy.notRemoved'),
    failed: {
      offline: t('copy.failed.offline'),
      full: t('copy.failed.full'),
      changed: t('copy.failed.changed'),
      refused: t('copy.failed.refused'),
      stopped: t('copy.failed.stopped'),
    },
    insecure: t('copy.cannot.insecure'),
    unsupported: t('copy.cannot.unsupported'),
  };
}
