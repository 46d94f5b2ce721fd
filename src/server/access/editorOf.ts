import type { Origin } from '../../model/caller.js';
import type { Edit, EditOptions, GraphEditor } from '../../store/GraphEditor.js';
import type { GraphReviewer } from '../../store/GraphReviewer.js';
import type { ReviewRules } from './Access.js';
import { ProposingEditor } from './ProposingEditor.js';

export interface EditorParts {
  readonly editor: GraphEditor;
  readonly reviewer: GraphReviewer;
  readonly review: ReviewRules;
}

/** The editor of one caller: with whom the trail names, and for an editor under review one that proposes. */
export function editorOf({ editor, reviewer, review }: EditorParts, origin: Origin): GraphEditor {
  const isReviewed = review.isOn && origin.caller.role === 'editor';
  const under = isReviewed ? new ProposingEditor(editor, reviewer, origin) : editor;
  const by = <T extends EditOptions>(options: T): T => ({ ...options, origin });
  return {
    recordStatements: (drafts, dataThrough, options) => under.recordStatements(drafts, dataThrough, by(options)),
    retractStatements: (ids, options) => under.retractStatements(ids, by(options)),
    upsertEntities: (drafts, options) => under.upsertEntities(drafts, by(options)),
    mergeEntities: (from, into, options) => under.mergeEntities(from, into, by(options)),
  };
}

/** The same editor, whose edits are noted as they are made. */
export function notingEdits(editor: GraphEditor, note: (edit: Edit) => void): GraphEditor {
  const noted = async (writes: Promise<Edit>): Promise<Edit> => {
    const edit = await writes;
    note(edit);
    return edit;
  };
  return {
    recordStatements: (...args) => noted(editor.recordStatements(...args)),
    retractStatements: (...args) => noted(editor.retractStatements(...args)),
    upsertEntities: (...args) => noted(editor.upsertEntities(...args)),
    mergeEntities: (...args) => noted(editor.mergeEntities(...args)),
  };
}
