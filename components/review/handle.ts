/** What the keyboard may do to the open review. */
export interface ReviewPanelHandle {
  toDraft(): void;
  copy(): void;
  capture(): void;
}
