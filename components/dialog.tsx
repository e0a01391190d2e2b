import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, type Ref, type RefObject, useState } from 'react';
import { useWords } from './language.tsx';

interface DialogProps {
  title: string;
  /** What the dialog asks, for a screen reader too. */
  explain?: string;
  onClose: () => void;
  /** The panel itself: what the visibility check looks at. */
  panelRef?: Ref<HTMLDivElement>;
  /** Where the keyboard goes afterwards if what led here is gone by then. */
  afterwards?: RefObject<HTMLElement | null> | undefined;
  /** A form: the keyboard starts in its first field, not on the cross, where Enter closes what was just opened. */
  fieldFirst?: boolean;
  children: ReactNode;
}

/** A question that must be answered first. Opaque and without motion: the visibility check counts on it. */
export function Dialog({ title, explain, onClose, panelRef, afterwards, fieldFirst = false, children }: DialogProps) {
  const { t } = useWords();
  // No trigger of its own leads here, so it is told by hand where the keyboard was.
  const [before] = useState(() => document.activeElement);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      {/* It may stand among parts with gaps between them: no gap of theirs moves it. */}
      <Radix.Overlay className="fixed inset-0 z-30 m-0 bg-shade" />
      <Radix.Content
        ref={panelRef}
        onOpenAutoFocus={(event) => {
          const panel = fieldFirst && event.currentTarget instanceof Element ? event.currentTarget : null;
          const field = panel?.querySelector<HTMLElement>('input, select, textarea');
          field?.focus({ preventScroll: true });
          if (field && document.activeElement === field) event.preventDefault();
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          const back = before instanceof HTMLElement && before.isConnected ? before : afterwards?.current;
          back?.focus({ preventScroll: true });
        }}
        {...(!explain && { 'aria-describedby': undefined })}
        className="fixed inset-x-3 top-1/2 z-40 mx-auto my-0 max-h-[calc(100%-24px)] max-w-md -translate-y-1/2 break-words overflow-y-auto rounded-lg border border-line bg-raised p-4 shadow-xl"
      >
        <div className="flex items-start gap-2">
          <Radix.Title className="min-w-0 flex-1 py-1 font-semibold text-base leading-snug">{title}</Radix.Title>
          <Radix.Close
            aria-label={t('sidebar.close')}
            className="-mt-1 -mr-2 inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-surface"
          >
            <X aria-hidden size={17} />
          </Radix.Close>
        </div>
        {explain && <Radix.Description className="mt-1 text-muted">{explain}</Radix.Description>}
        <div className="mt-3 space-y-3">{children}</div>
      </Radix.Content>
    </Radix.Root>
  );
}
