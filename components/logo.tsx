/** Three lines of text and a light beside the first. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg class="logo" width={size} height={size} viewBox="0 0 20 20" role="img" aria-label="Sidelight">
      <rect class="logo-ground" x="1" y="1" width="18" height="18" rx="5" />
      <path class="logo-lines" d="M6 6.2h5M6 10h8M6 13.8h6.5" />
      <circle class="logo-light" cx="14.4" cy="6" r="2.3" />
    </svg>
  );
}
