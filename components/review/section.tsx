import { ChevronRight } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';

/** A titled part of the open review. */
export function Section({
  title,
  children,
  headRef,
}: {
  title: string;
  children: ReactNode;
  headRef?: Ref<HTMLElement>;
}) {
  const id = useId();
  return (
    <section
      ref={headRef}
      {...(headRef && { tabIndex: -1 })}
      aria-labelledby={id}
      className="outline-none border-line border-t px-3 py-3"
    >
      <h3 id={id} className="mb-1.5 font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}

/** A part that most people need rarely. */
export function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group border-line border-t px-3">
      <summary className="flex min-h-10 list-none items-center gap-1 font-semibold [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={16} className="text-muted transition-transform group-open:rotate-90" />
        {title}
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  );
}
