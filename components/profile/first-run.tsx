import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type FieldPath, FormProvider, useForm } from 'react-hook-form';
import type { Clinic } from '../../lib/contract/clinic.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { DoctorsFields, NamesFields, PeopleFields, ReachFields } from './fields.tsx';
import { useUnsaved } from './use-unsaved.ts';
import { type Changes, changesOf, isChanged, type ProfileValues, toClinic, toValues } from './values.ts';

interface FirstRunProps {
  onSave: (clinic: Clinic) => Promise<boolean>;
  onSkip: () => void;
  /** What was typed when another section was opened: it is there again. */
  typed?: { current: Changes };
}

const STEPS: { name: 'names' | 'doctors' | 'desk'; fields: FieldPath<ProfileValues>[] }[] = [
  { name: 'names', fields: ['name', 'aliases'] },
  { name: 'doctors', fields: ['doctors'] },
  { name: 'desk', fields: ['phones', 'hours', 'people'] },
];

const BODY: Record<(typeof STEPS)[number]['name'], () => ReactNode> = {
  names: () => <NamesFields />,
  doctors: () => <DoctorsFields />,
  desk: () => (
    <>
      <ReachFields />
      <PeopleFields />
    </>
  ),
};

/** The shortest way to a useful profile: three steps, each can be left empty but the name. */
export function FirstRun({ onSave, onSkip, typed }: FirstRunProps) {
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const form = useForm<ProfileValues>({
    defaultValues: { ...toValues(null), ...typed?.current },
    mode: 'onTouched',
  });
  const head = useRef<HTMLHeadingElement>(null);
  const step = STEPS[at] ?? STEPS[0];
  const last = at === STEPS.length - 1;

  // A new step is announced, and the keyboard goes on from its top.
  useEffect(() => {
    if (at > 0) head.current?.focus();
  }, [at]);

  const saved = useRef(false);
  useEffect(
    () => () => {
      if (typed) typed.current = saved.current ? {} : changesOf(toValues(null), form.getValues());
    },
    [form, typed],
  );

  useUnsaved(() => !saved.current && isChanged(changesOf(toValues(null), form.getValues())));

  async function forward(): Promise<void> {
    if (!step || !(await form.trigger(step.fields, { shouldFocus: true }))) return;
    if (!last) return setAt(at + 1);
    // Before the answer: what comes of it may take this form away.
    saved.current = true;
    saved.current = await onSave(toClinic(form.getValues()));
  }
  if (!step) return null;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void forward();
        }}
        className="mx-auto max-w-xl space-y-5 py-6"
      >
        <header>
          <h1 className="font-semibold text-lg">{t('dashboard.firstRun.title')}</h1>
          <p className="text-muted">{t('dashboard.firstRun.intro')}</p>
        </header>
        <div aria-hidden className="flex gap-1.5">
          {STEPS.map(({ name }, index) => (
            <span key={name} className={`h-1 flex-1 rounded-full ${index <= at ? 'bg-accent' : 'bg-line'}`} />
          ))}
        </div>
        <div>
          <p className="text-muted text-xs">{t('dashboard.firstRun.step', { step: at + 1, total: STEPS.length })}</p>
          <h2 ref={head} tabIndex={-1} className="font-semibold text-base">
            {t(`dashboard.firstRun.steps.${step.name}`)}
          </h2>
        </div>
        <div key={step.name} className="space-y-4">
          {BODY[step.name]()}
        </div>
        <div className="flex flex-wrap gap-2 border-line border-t pt-4">
          <Button look="ghost" onClick={onSkip}>
            {t('dashboard.firstRun.skip')}
          </Button>
          <span className="flex-1" />
          {at > 0 && <Button onClick={() => setAt(at - 1)}>{t('dashboard.firstRun.back')}</Button>}
          <Button look="primary" type="submit" disabled={form.formState.isSubmitting}>
            {t(last ? 'dashboard.firstRun.finish' : 'dashboard.firstRun.next')}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
