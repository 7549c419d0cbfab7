/** The mark of Parley: two speech bubbles, one leaning on the other. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="15" fill="#0f6b56" />
      <path
        d="M14 17.5h19a7 7 0 0 1 7 7v5a7 7 0 0 1-7 7H22.5L14 43z"
        fill="#f6f1e6"
        stroke="#f6f1e6"
        strokeWidth="3"
        strokeLinejoin="round"
      />
      <path
        d="M44.5 27H50v22l-8.5-6.5H31a7 7 0 0 1-6.3-4"
        fill="none"
        stroke="#f0b35a"
        strokeWidth="4.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
