import { useLayoutEffect, useRef } from 'preact/hooks';
import { Sidenote } from '../../components/sidenote';
import type { Claim } from './targets';

interface SidenoteSlotProps {
  claim: Claim;
  open: boolean;
  lit: boolean;
  read: boolean;
  onPress: (claim: Claim) => void;
}

/** A claim's sidenote, tied to the claim for the layout to find. */
export function SidenoteSlot({ claim, onPress, ...state }: SidenoteSlotProps) {
  const outer = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const inner = outer.current?.querySelector<HTMLElement>('.sidenote-inner');
    const headline = inner?.querySelector('b');
    claim.sidenote = outer.current && inner && headline ? { outer: outer.current, inner, headline } : null;
    return () => {
      claim.sidenote = null;
    };
  }, [claim]);
  return <Sidenote annotation={claim.annotation} {...state} onPress={() => onPress(claim)} outerRef={outer} />;
}
