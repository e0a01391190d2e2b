/** What the keyboard may do to the open review. */
export interface ReviewPanelHandle {
  toDraft(): void;
  copy(): void;
  capture(): void;
}

/** Where the keyboard is put when a review opens: on its author, or on the button that led to it. */
export type Landing = 'head' | 'next' | 'previous';
