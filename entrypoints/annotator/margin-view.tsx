import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Chip, ChipList } from '../../components/chip';
import { Popover, type PopoverProps } from '../../components/popover';
import { PACK_LANGUAGE, StringsProvider } from '../../components/strings';
import { SidenoteSlot } from './sidenote-slot';
import type { Claim, Name, Target } from './targets';

export interface MarginViewProps {
  claims: readonly Claim[];
  /** The first mention of each card. */
  names: readonly Name[];
  opened: Target | null;
  /** The claim that is pointed at by its chip or its sidenote. */
  lit: Target | null;
  /** Ids of the notes that have been opened. */
  read: ReadonlySet<string>;
  /** So many of the claims have sidenotes drawn; where these stand, and whether they can be seen, is told by the layout. */
  sidenotes: number;
  /** Null where nothing is open. */
  popover: PopoverProps | null;
  onPress: (target: Target) => void;
  /** The pointer or the focus has come to a claim's chip or sidenote; null when it has left. */
  onLight: (claim: Claim | null) => void;
  /** The keyboard has come to a name's button; null when it has left. */
  onNameFocus: (name: Name | null) => void;
  /** Takes the element that goes to the top layer. */
  placeRef: (place: HTMLElement | null) => void;
  /** What opens the list of all that is here, and the list itself where it is open. */
  handle: ComponentChildren;
  tray: ComponentChildren;
}

/** All that lies over an article: a chip for each claim, a button for each name, and the surface that is open. */
export function MarginView(props: MarginViewProps) {
  return (
    <StringsProvider t={i18n.t} language={chrome.i18n.getUILanguage()}>
      <ChipList>
        {props.handle}
        <Chips {...props} />
        {props.names.length > 0 && <Names {...props} />}
      </ChipList>
      {props.tray}
      {props.popover && (
        <div class="place" popover="manual" ref={props.placeRef}>
          <Popover {...props.popover} />
        </div>
      )}
    </StringsProvider>
  );
}

function Chips({ claims, opened, lit, read, sidenotes, onPress, onLight }: MarginViewProps) {
  return (
    <ol class="places">
      {claims.map((claim, index) => {
        const { number, note, anchor } = claim.annotation;
        const state = { open: claim === opened, read: read.has(note.id) };
        return (
          <li
            key={number}
            ref={takeButton(claim)}
            // Shown once it has a place.
            hidden
            onPointerEnter={() => onLight(claim)}
            onPointerLeave={() => onLight(null)}
            onFocusIn={() => onLight(claim)}
            onFocusOut={() => onLight(null)}
          >
            <Chip
              number={number}
              angle={note.angle}
              // A sidenote says it itself.
              headline={claim.beside ? null : note.headline}
              exact={anchor.exact}
              {...state}
              onClick={() => onPress(claim)}
            />
            {index < sidenotes && <SidenoteSlot claim={claim} {...state} lit={claim === lit} onPress={onPress} />}
          </li>
        );
      })}
    </ol>
  );
}

function Names({ names, opened, onPress, onNameFocus }: MarginViewProps) {
  return (
    <ul class="names" lang={PACK_LANGUAGE}>
      {names.map((name) => (
        <li key={name.card} ref={takeButton(name)}>
          <button
            type="button"
            aria-expanded={opened?.kind === 'name' && opened.card === name.card}
            aria-haspopup="dialog"
            onClick={() => onPress(name)}
            onFocus={() => onNameFocus(name)}
            onBlur={() => onNameFocus(null)}
          >
            {name.label}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Ties a target to its button: what a pointer also finds it by, and where focus returns to. */
function takeButton(target: Target) {
  return (item: HTMLElement | null) => {
    target.button = item?.querySelector('button') ?? null;
  };
}
