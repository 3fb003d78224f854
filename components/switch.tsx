/** On or off, with its label: role, name and state as a screen reader expects them. */
export function Switch({ label, on, onToggle }: { label: string; on: boolean; onToggle(on: boolean): void }) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      aria-label={label}
      onClick={() => onToggle(!on)}
    >
      <span />
    </button>
  );
}
