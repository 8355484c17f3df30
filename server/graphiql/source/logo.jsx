export function Logo() {
  return (
    <span className="entente-logo">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="12" cy="16" r="8.5" className="entente-ring-one" />
        <circle cx="20" cy="16" r="8.5" className="entente-ring-two" />
      </svg>
      Entente
    </span>
  );
}
