import { useState } from 'react'
import { savedTheme, saveLanguage, saveTheme, type Theme, themes } from '../../app/preferences.ts'
import { isLanguage, type Language, languages, showLanguage } from '../../i18n/i18n.ts'
import { useText } from '../../i18n/use-text.ts'
import { Choice } from '../../kit/choice.tsx'
import { useIM } from '../../session/session-context.ts'
import { Section } from '../../kit/section.tsx'

const languageOptions = Object.entries(languages).flatMap(([value, label]) =>
  isLanguage(value) ? [{ value, label, lang: value }] : [],
)

export function AppearanceSection() {
  const im = useIM()
  const { text, language } = useText()
  const [theme, setTheme] = useState(savedTheme)
  const chooseTheme = (chosen: Theme) => {
    setTheme(chosen)
    saveTheme(chosen)
  }
  const chooseLanguage = (chosen: Language) => {
    saveLanguage(chosen)
    void showLanguage(chosen)
    // The server writes to people in their language. Offline it learns of it another time.
    im.setProfile({ locale: chosen }).catch(() => {})
  }
  return (
    <Section title={text('settings.appearance')}>
      <Choice
        label={text('settings.theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: text(`settings.theme.${value}`) }))}
        onChange={chooseTheme}
      />
      <Choice
        label={text('settings.language')}
        value={isLanguage(language) ? language : 'en'}
        options={languageOptions}
        onChange={chooseLanguage}
      />
    </Section>
  )
}
