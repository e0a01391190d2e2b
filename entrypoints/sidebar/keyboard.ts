import { useEffect } from 'react';

export interface Keys {
  j: () => void;
  k: () => void;
  o: () => void;
  r: () => void;
  c: () => void;
  /** Absent where there is no page to capture. */
  e?: () => void;
  '/': () => void;
  '?': () => void;
  /** Esc. */
  back: () => void;
}

/** One key a deed, only inside our frame and never while the person types or a dialog or menu stands open. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('[role=dialog],[role=menu]')) return;
      const typing = event.target instanceof Element && event.target.closest('input,textarea,select,[contenteditable]');
      if (typing) {
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
        return;
      }
      const deed = event.key === 'Escape' ? keys.back : keys[event.key as keyof Keys];
      if (!deed) return;
      event.preventDefault();
      deed();
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [keys]);
}
