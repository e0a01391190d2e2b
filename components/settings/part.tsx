import { type ReactNode, useId } from 'react';

/** A part of the data page: what it is about, what it does, and its buttons. */
export function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-2 border-line border-t pt-4">
      <h2 id={id} className="font-semibold text-base">
        {title}
      </h2>
      <p className="text-muted">{hint}</p>
      {children}
    </section>
  );
}
