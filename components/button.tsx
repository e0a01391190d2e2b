import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

type Look = 'primary' | 'plain' | 'ghost' | 'danger';

const LOOKS: Record<Look, string> = {
  primary: 'bg-accent text-accent-ink font-semibold enabled:hover:brightness-110',
  plain: 'border border-edge/50 bg-raised enabled:hover:bg-surface enabled:hover:border-edge',
  ghost: 'text-muted enabled:hover:bg-surface enabled:hover:text-ink',
  danger: 'bg-urgent text-ground font-semibold enabled:hover:brightness-110',
};

interface ButtonProps extends ComponentProps<'button'> {
  look?: Look;
  icon?: LucideIcon;
}

export function Button({ look = 'plain', icon: Icon, className = '', children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-8 items-center justify-center gap-1.5 rounded-md px-2.5 py-1 text-center leading-snug disabled:opacity-55 ${LOOKS[look]} ${className}`}
      {...rest}
    >
      {Icon && <Icon aria-hidden size={16} className="shrink-0" />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon;
  label: string;
}

/** A button of an icon only: its label is its name and its tooltip. */
export function IconButton({ icon: Icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted enabled:hover:bg-surface enabled:hover:text-ink disabled:opacity-45 ${className}`}
      {...rest}
    >
      <Icon aria-hidden size={17} />
    </button>
  );
}
