import type { Locale } from '#contract/ground/codes';
import type { MenuCommand } from '#contract/ground/events';

type Word =
  | MenuCommand
  | 'file'
  | 'edit'
  | 'view'
  | 'help'
  | 'quit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomReset'
  | 'fullScreen';

/** The page's texts are not here: main reads none of them. */
export const menuWords: Readonly<Record<Locale, Readonly<Record<Word, string>>>> = {
  en: {
    file: 'File',
    lock: 'Lock',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Larger text',
    zoomOut: 'Smaller text',
    zoomReset: 'Usual text size',
    fullScreen: 'Full screen',
    help: 'Help',
    guide: 'User guide',
    tour: 'Five-minute tour',
    keys: 'Keyboard shortcuts',
    news: 'What’s new',
    about: 'About Vigie',
  },
  fr: {
    file: 'Fichier',
    lock: 'Verrouiller',
    quit: 'Quitter',
    edit: 'Édition',
    undo: 'Défaire',
    redo: 'Refaire',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    view: 'Affichage',
    zoomIn: 'Agrandir le texte',
    zoomOut: 'Réduire le texte',
    zoomReset: 'Taille habituelle du texte',
    fullScreen: 'Plein écran',
    help: 'Aide',
    guide: 'Guide de l’utilisateur',
    tour: 'Visite de cinq minutes',
    keys: 'Raccourcis clavier',
    news: 'Nouveautés',
    about: 'À propos de Vigie',
  },
};
