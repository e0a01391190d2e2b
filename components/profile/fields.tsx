import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { type FieldPath, useController, useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Role, UiLanguage } from '../../lib/contract/clinic.ts';
import { ASPECTS } from '../../lib/contract/triage.ts';
import { Button, IconButton } from '../button.tsx';
import { useWords } from '../language.tsx';
import { ListField } from './list-field.tsx';
import { hasApprover, NoApprover } from './no-approver.tsx';
import { isEmail, isPhone, isWebsite, type ProfileValues } from './values.ts';

/** With room below: the bar of the form must not cover what is said of a field that is scrolled to. */
const INPUT =
  'h-9 w-full min-w-0 scroll-mb-32 rounded-md border border-edge/60 bg-raised px-3 aria-invalid:border-urgent';

type ListName =
  | 'aliases'
  | 'watch'
  | 'phones'
  | 'lineIds'
  | 'emails'
  | 'addresses'
  | `own.${keyof ProfileValues['own']}`
  | `steps.${(typeof ASPECTS)[number]}`;

interface ListProps {
  name: ListName;
  label: string;
  hint?: string;
  check?: (value: string) => string | null;
  several?: boolean;
}

function List({ name, ...rest }: ListProps) {
  const { control, trigger } = useFormContext<ProfileValues>();
  // What stands in the field and was not taken must not be lost behind 「已儲存」.
  const left = useRef<string | null>(null);
  const { field, fieldState } = useController<ProfileValues>({
    control,
    name: name as FieldPath<ProfileValues>,
    rules: { validate: () => left.current ?? true },
  });
  return (
    <ListField
      {...rest}
      values={(field.value as string[] | undefined) ?? []}
      inputRef={field.ref}
      onChange={field.onChange}
      onLeft={(problem) => {
        left.current = problem;
        if (fieldState.invalid) void trigger(field.name);
      }}
    />
  );
}

interface LineProps {
  name: 'name' | 'website' | 'hours';
  label: string;
  hint?: string;
  check?: (value: string) => true | string;
}

function Line({ name, label, hint, check }: LineProps) {
  const { register, getFieldState, formState } = useFormContext<ProfileValues>();
  const id = useId();
  const about = useId();
  const error = getFieldState(name, formState).error?.message;
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={about}
        aria-invalid={error !== undefined || undefined}
        className={`mt-1 ${INPUT}`}
        {...register(name, { validate: check })}
      />
      <div id={about} className="text-xs">
        {hint && <p className="mt-1 text-muted">{hint}</p>}
        <p role="alert" className="text-urgent">
          {error}
        </p>
      </div>
    </div>
  );
}

export function NamesFields() {
  const { t } = useWords();
  return (
    <>
      <Line
        name="name"
        label={t('dashboard.profile.name')}
        hint={t('dashboard.profile.nameHint')}
        check={(value) => value.trim() !== '' || t('dashboard.profile.needName')}
      />
      <List several name="aliases" label={t('dashboard.profile.aliases')} hint={t('dashboard.profile.aliasesHint')} />
    </>
  );
}

export function LanguageField() {
  const { t } = useWords();
  const { register } = useFormContext<ProfileValues>();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {t('dashboard.profile.language')}
      </label>
      <select id={id} className={`mt-1 block max-w-72 ${INPUT}`} {...register('language')}>
        {UiLanguage.options.map((language) => (
          <option key={language} value={language}>
            {t(`dashboard.settings.languages.${language}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

export function WatchField() {
  const { t } = useWords();
  return <List several name="watch" label={t('dashboard.profile.watch')} hint={t('dashboard.profile.watchHint')} />;
}

/** A row of inputs that belong together, with a way to take the whole row out. */
function Row({ name, onRemove, children }: { name: string; onRemove: () => void; children: ReactNode }) {
  const { t } = useWords();
  return (
    <fieldset
      className="flex items-start gap-2"
      // Enter ends a value, as in the lists beside it, and not the whole form: on to the next field of the row.
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement))
          return;
        event.preventDefault();
        const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select')];
        fields[fields.indexOf(event.target) + 1]?.focus();
      }}
    >
      <legend className="sr-only">{name}</legend>
      <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">{children}</div>
      <IconButton
        icon={Trash2}
        label={`${t('dashboard.profile.removeRow')}${t('review.colon')}${name}`}
        className="mt-0.5"
        onClick={onRemove}
      />
    </fieldset>
  );
}

export function DoctorsFields() {
  const { t } = useWords();
  const { control, register, formState } = useFormContext<ProfileValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'doctors' });
  return (
    <div className="space-y-2">
      <p className="text-muted">{t('dashboard.profile.doctorsHint')}</p>
      {fields.map((row, index) => {
        const error = formState.errors.doctors?.[index]?.name?.message;
        return (
          <Row
            key={row.id}
            name={t('dashboard.profile.doctorNumber', { index: index + 1 })}
            onRemove={() => remove(index)}
          >
            <div>
              <input
                aria-label={t('dashboard.profile.doctor')}
                placeholder={t('dashboard.profile.doctor')}
                aria-invalid={error !== undefined || undefined}
                className={INPUT}
                {...register(`doctors.${index}.name`, {
                  validate: (value) => value.trim() !== '' || t('dashboard.profile.needDoctor'),
                })}
              />
              <p role="alert" className="text-urgent text-xs">
                {error}
              </p>
            </div>
            <input
              aria-label={t('dashboard.profile.doctorAliases')}
              placeholder={t('dashboard.profile.doctorAliases')}
              className={INPUT}
              {...register(`doctors.${index}.aliases`)}
            />
          </Row>
        );
      })}
      <Button icon={Plus} onClick={() => append({ name: '', aliases: '' })}>
        {t('dashboard.profile.addDoctor')}
      </Button>
    </div>
  );
}

export function PeopleFields() {
  const { t } = useWords();
  const { control, register, formState } = useFormContext<ProfileValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'people' });
  const people = useWatch({ control, name: 'people' });
  return (
    <div className="space-y-2">
      <p className="text-muted">{t('dashboard.profile.peopleHint')}</p>
      {fields.map((row, index) => {
        const error = formState.errors.people?.[index]?.name?.message;
        return (
          <Row
            key={row.id}
            name={t('dashboard.profile.personNumber', { index: index + 1 })}
            onRemove={() => remove(index)}
          >
            <div>
              <input
                aria-label={t('dashboard.profile.person')}
                placeholder={t('dashboard.profile.person')}
                aria-invalid={error !== undefined || undefined}
                className={INPUT}
                {...register(`people.${index}.name`, {
                  validate: (value, values) => {
                    const name = value.trim();
                    if (name === '') return t('dashboard.profile.needPerson');
                    // The name is what records carry: two people must not share it.
                    const same = values.people.filter((person) => person.name.trim() === name).length > 1;
                    return !same || t('dashboard.profile.samePerson', { name });
                  },
                })}
              />
              <p role="alert" className="text-urgent text-xs">
                {error}
              </p>
            </div>
            <select aria-label={t('dashboard.profile.role')} className={INPUT} {...register(`people.${index}.role`)}>
              {Role.options.map((role) => (
                <option key={role} value={role}>
                  {t(`terms.role.${role}`)}
                </option>
              ))}
            </select>
          </Row>
        );
      })}
      <Button icon={Plus} onClick={() => append({ name: '', role: 'desk' })}>
        {t('dashboard.profile.addPerson')}
      </Button>
      <div role="status">{!hasApprover(people ?? []) && <NoApprover />}</div>
    </div>
  );
}

/** What a reply may offer: phone and hours. */
export function ReachFields() {
  const { t } = useWords();
  return (
    <>
      <List
        several
        name="phones"
        label={t('dashboard.profile.phones')}
        hint={t('dashboard.profile.phonesHint')}
        check={(value) => (isPhone(value) ? null : t('dashboard.profile.badPhone', { value }))}
      />
      <Line name="hours" label={t('dashboard.profile.hours')} hint={t('dashboard.profile.hoursHint')} />
    </>
  );
}

export function MoreContactFields() {
  const { t } = useWords();
  return (
    <>
      <List several name="lineIds" label={t('dashboard.profile.lineIds')} />
      <List
        several
        name="emails"
        label={t('dashboard.profile.emails')}
        check={(value) => (isEmail(value) ? null : t('dashboard.profile.badEmail', { value }))}
      />
      <List name="addresses" label={t('dashboard.profile.addresses')} />
      <Line
        name="website"
        label={t('dashboard.profile.website')}
        check={(value) => isWebsite(value) || t('dashboard.profile.badWebsite')}
      />
    </>
  );
}

export function StepsFields() {
  const { t } = useWords();
  return (
    <>
      <p className="text-muted">{t('dashboard.profile.steps')}</p>
      {ASPECTS.map((aspect) => (
        <List key={aspect} name={`steps.${aspect}`} label={t(`terms.aspect.${aspect}`)} />
      ))}
    </>
  );
}

export function OwnFields() {
  const { t } = useWords();
  return (
    <>
      <p className="text-muted">{t('dashboard.profile.ownHint')}</p>
      {(['googlePlaces', 'facebookPages', 'pttIds', 'dcardIds'] as const).map((name) => (
        <List key={name} name={`own.${name}`} label={t(`dashboard.profile.own.${name}`)} />
      ))}
    </>
  );
}
