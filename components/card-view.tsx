import type { CardView } from '../context/schema';
import { AsOf } from './as-of';
import { cardText } from './citation';
import { CloseButton } from './close-button';
import { type Copy, CopyButton } from './copy-button';
import { Icon, KIND_ICONS } from './icon';
import { MentionJumps } from './mention-jumps';
import { Reference } from './reference';
import { Relations } from './relations';
import { Since } from './since';
import { Sources } from './sources';
import { PACK_LANGUAGE, useStrings } from './strings';
import { KIND_WORDS } from './words';

export interface CardPanelProps {
  card: CardView;
  /** How often the card's name stands in the article. */
  mentions: number;
  /** Which of these is open, from 1; null where the card was opened from elsewhere. */
  mention: number | null;
  /** The article's day, `YYYY-MM-DD`, or null. */
  published: string | null;
  /** Where back leads, in words; null where there is nothing to go back to. */
  back: string | null;
  titleId?: string;
  onBack(): void;
  onClose(): void;
  onCard(id: string): void;
  onMention(number: number): void;
  onCopy: Copy;
}

/** Who or what a name is: identity, summary, facts, what else it may mean, its history, its relations, its sources. */
export function CardPanel(props: CardPanelProps) {
  const { card, mentions, mention, published, onCard, onMention, onCopy } = props;
  const strings = useStrings();
  const { t } = strings;
  return (
    <article class="view card">
      <CardBar {...props} />
      {/* biome-ignore-start lint/a11y: the text scrolls, so the keyboard must reach it; a group, since landmarks are for the page */}
      <div key={card.id} class="scroll" role="group" tabIndex={0} aria-label={t('card.text')}>
        <Identity {...props} />
        <p class="text" lang={PACK_LANGUAGE}>
          {card.summary}
        </p>
        <Facts card={card} />
        {card.ambiguousWith.length > 0 && (
          <p class="also">
            {t('card.also')} <span lang={PACK_LANGUAGE}>{card.ambiguousWith.join('\u00a0· ')}</span>
          </p>
        )}
        <MentionJumps count={mentions} at={mention} onMention={onMention} />
        <Relations cards={card.related} onCard={onCard} />
        <Since steps={card.timeline} published={published} sources={card.sources} />
        <Sources sources={card.sources} />
      </div>
      {/* biome-ignore-end lint/a11y: as above */}
      <div class="foot">
        <div class="foot-row">
          <AsOf date={card.asOf} />
          <div class="acts">
            <CopyButton text={() => cardText(card, strings)} onCopy={onCopy} />
          </div>
        </div>
      </div>
    </article>
  );
}

function CardBar({ card, back, onBack, onClose }: CardPanelProps) {
  const { t } = useStrings();
  return (
    <div class="bar">
      {back === null ? (
        <span class="kind">{t(KIND_WORDS[card.kind])}</span>
      ) : (
        <button type="button" class="back" onClick={onBack}>
          <Icon name="arrowLeft" size={16} />
          <span>{back}</span>
        </button>
      )}
      <CloseButton onClose={onClose} />
    </div>
  );
}

function Identity({ card, back, titleId }: CardPanelProps) {
  const { t } = useStrings();
  return (
    <div class="identity">
      <span class="emblem">
        <Icon name={KIND_ICONS[card.kind]} size={20} />
      </span>
      <div>
        <h2 id={titleId} tabIndex={-1} lang={PACK_LANGUAGE}>
          {card.name}
        </h2>
        <p class="known-as">
          {card.zh && <span lang="zh">{card.zh}</span>}
          {back !== null && <span>{t(KIND_WORDS[card.kind])}</span>}
        </p>
      </div>
    </div>
  );
}

function Facts({ card: { facts, sources } }: { card: CardView }) {
  if (facts.length === 0) return null;
  return (
    <dl lang={PACK_LANGUAGE}>
      {facts.map(({ label, value, source }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            <Reference to={source} sources={sources} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
