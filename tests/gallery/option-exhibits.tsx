import { useState } from 'preact/hooks';
import { OptionsView, type OptionsViewProps } from '../../components/options-view';
import { type Exhibit, tell } from './exhibit';

/** Choices are kept, as the extension keeps them. */
function Options(kept: Pick<OptionsViewProps, 'notes' | 'offSites'>) {
  const [notes, setNotes] = useState(kept.notes);
  const [offSites, setOffSites] = useState(kept.offSites);
  return (
    <OptionsView
      notes={notes}
      offSites={offSites}
      onNotes={(chosen) => {
        setNotes(chosen);
        tell(`notes ${chosen}`)();
      }}
      onSite={(site) => {
        setOffSites(offSites.filter((one) => one !== site));
        tell(`site ${site}`)();
      }}
    />
  );
}

export const optionExhibits: readonly Exhibit[] = [
  { title: 'Options: as on the first day', sheet: 'options', node: <Options notes="automatic" offSites={[]} /> },
  {
    title: 'Options: sites switched off, one with a long name',
    sheet: 'options',
    node: (
      <Options
        notes="margin"
        offSites={['news.example', 'a-very-long-subdomain.of-a-newspaper.example.co.uk', 'localhost:8080']}
      />
    ),
  },
];
