import { MousePointerClick } from 'lucide-react';

/** The browser wants a press of the icon first; that press begins what was asked for. */
export function PressIcon({ title, hint }: { title: string; hint: string }) {
  return (
    <div role="status" className="mt-2 flex items-start gap-2 rounded-md bg-amber-soft px-2.5 py-2">
      <MousePointerClick aria-hidden size={16} className="mt-1 shrink-0 text-amber" />
      <div>
        <p className="font-semibold">{title}</p>
        <p>{hint}</p>
      </div>
    </div>
  );
}
