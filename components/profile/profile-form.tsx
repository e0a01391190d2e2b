import { type ReactNode, useCallback, useEffect, useId, useRef } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { Clinic } from '../../lib/contract/clinic.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import {
  DoctorsFields,
  LanguageField,
  MoreContactFields,
  NamesFields,
  OwnFields,
  PeopleFields,
  ReachFields,
  StepsFields,
  WatchField,
} from './fields.tsx';
import { useUnsaved } from './use-unsaved.ts';
import { type Changes, changesOf, isChanged, type ProfileValues, toClinic, toValues } from './values.ts';

interface ProfileFormProps {
  clinic: Clinic | null;
  /** Resolves to whether it was stored. */
  onSave: (clinic: Clinic) => Promise<boolean>;
  /** What was typed and not saved when another section was opened. */
  typed?: { current: Changes };
}

/** Everything the clinic tells about itself, in one page. */
export function ProfileForm({ clinic, onSave, typed }: ProfileFormProps) {
  const { t } = useWords();
  const form = useForm<ProfileValues>({ defaultValues: toValues(clinic), mode: 'onTouched' });
  const { isDirty, isSubmitting, isSubmitted, errors } = form.formState;
  const stored = useRef(toValues(clinic));
  const first = useRef(true);

  /** What is stored now, and over it what was changed and is not. */
  const take = useCallback(
    (now: ProfileValues, changes: Changes): void => {
      stored.current = now;
      form.reset(now);
      if (isChanged(changes)) form.reset({ ...now, ...changes }, { keepDefaultValues: true });
    },
    [form],
  );

  // Bound from a page meanwhile: it is taken, and what is being changed here stands as it was typed.
  useEffect(() => {
    const changes = first.current && typed ? typed.current : changesOf(stored.current, form.getValues());
    first.current = false;
    take(toValues(clinic), changes);
  }, [clinic, form, typed, take]);
  useEffect(
    () => () => {
      if (typed) typed.current = changesOf(stored.current, form.getValues());
    },
    [form, typed],
  );

  useUnsaved(() => isChanged(changesOf(stored.current, form.getValues())));

  const save = form.handleSubmit(async (values) => {
    // Whoever types on while it is being stored keeps that too.
    if (await onSave(toClinic(values))) take(values, changesOf(values, form.getValues()));
  });
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={save} className="max-w-2xl space-y-6 pb-4">
        <header>
          <h1 className="font-semibold text-lg">{t('dashboard.profile.title')}</h1>
          <p className="text-muted">{t('dashboard.profile.intro')}</p>
        </header>
        <Group title={t('dashboard.profile.groups.names')}>
          <NamesFields />
          <WatchField />
          <LanguageField />
        </Group>
        <Group title={t('dashboard.profile.groups.doctors')}>
          <DoctorsFields />
        </Group>
        <Group title={t('dashboard.profile.groups.contact')}>
          <ReachFields />
          <MoreContactFields />
        </Group>
        <Group title={t('dashboard.profile.groups.people')}>
          <PeopleFields />
        </Group>
        <Group title={t('dashboard.profile.groups.steps')}>
          <StepsFields />
        </Group>
        <Group title={t('dashboard.profile.groups.own')}>
          <OwnFields />
        </Group>
        <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-line border-t bg-ground py-3">
          <Button look="primary" type="submit" disabled={isSubmitting}>
            {t('dashboard.save')}
          </Button>
          {isSubmitted && Object.keys(errors).length > 0 ? (
            <span role="alert" className="text-urgent">
              {t('dashboard.unfinished')}
            </span>
          ) : (
            isDirty && <span className="text-muted">{t('dashboard.unsaved')}</span>
          )}
        </div>
      </form>
    </FormProvider>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-4 border-line border-t pt-4">
      <h2 id={id} className="font-semibold text-base">
        {title}
      </h2>
      {children}
    </section>
  );
}
