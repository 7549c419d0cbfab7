/** Drawn on a grid of 20, stroked in the colour of the text around them. */
const paths = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  compose:
    'M9.5 4H6a2.5 2.5 0 0 0-2.5 2.5V14A2.5 2.5 0 0 0 6 16.5h7.5A2.5 2.5 0 0 0 16 14v-3.5M8 12l.6-2.7 6-6a1.45 1.45 0 0 1 2.1 2.1l-6 6z',
  settings:
    'M3.5 6h5M13.5 6h3M3.5 14h3M11.5 14h5M13.5 6a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M11.5 14a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0',
  search: 'M14 9a5 5 0 1 1-10 0 5 5 0 0 1 10 0M16.5 16.5l-3.9-3.9',
  close: 'm5 5 10 10M15 5 5 15',
  send: 'M10 16V4.5M5 9.3l5-5 5 5',
  down: 'M10 4v11.5M5 10.7l5 5 5-5',
  tick: 'm4.5 10.5 3.7 3.7 7.3-8',
  ticks: 'm1.5 10.5 3.7 3.7L12.3 6M9 13.3l.9.9L17.3 6',
  clock: 'M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0M10 6.5V10l2.3 1.5',
  alert: 'M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0M10 6.7v3.8M10 13.2v.1',
  retry: 'M15.8 8.2A6.2 6.2 0 1 0 16 12M16 4.3v4h-4',
  discard: 'M4 5.5h12M8 5.5V4h4v1.5M5.5 5.5l.7 10.5h7.6l.7-10.5M8.5 8.5v4.5M11.5 8.5v4.5',
  eye: 'M2.5 10S5.2 4.8 10 4.8 17.5 10 17.5 10 14.8 15.2 10 15.2 2.5 10 2.5 10M12.2 10a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0',
  eyeOff:
    'M8 5.1c.6-.2 1.3-.3 2-.3 4.8 0 7.5 5.2 7.5 5.2a13 13 0 0 1-2 2.7M5 6.6A13 13 0 0 0 2.5 10s2.7 5.2 7.5 5.2c1.3 0 2.4-.4 3.4-.9M8.5 8.4a2.2 2.2 0 0 0 3.1 3.1M3.5 3.5l13 13',
  camera:
    'M3 8a2 2 0 0 1 2-2h1.7l1-1.7h4.6l1 1.7H15a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM12.8 10.8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0',
  computer:
    'M3.5 5.5a1.5 1.5 0 0 1 1.5-1.5h10a1.5 1.5 0 0 1 1.5 1.5v6.5a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 12zM7.5 16.5h5M10 13.5v3',
  phone:
    'M6 4.5A1.5 1.5 0 0 1 7.5 3h5A1.5 1.5 0 0 1 14 4.5v11a1.5 1.5 0 0 1-1.5 1.5h-5A1.5 1.5 0 0 1 6 15.5zM9 14.5h2',
  terminal:
    'M3.5 5.5A1.5 1.5 0 0 1 5 4h10a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 15 16H5a1.5 1.5 0 0 1-1.5-1.5zM6.5 7.8 9 10l-2.5 2.2M10.5 12.8h3',
  leave:
    'M8.5 4H6a1.5 1.5 0 0 0-1.5 1.5v9A1.5 1.5 0 0 0 6 16h2.5M12.5 6.5 16 10l-3.5 3.5M16 10H8.5',
  globe:
    'M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0M3.5 10h13M10 3.5c4 4 4 9 0 13M10 3.5c-4 4-4 9 0 13',
} as const

export type IconName = keyof typeof paths

export interface IconProps {
  name: IconName
  size?: number
  className?: string | undefined
}

/** Decoration only: what it means is said by the control around it. */
export function Icon({ name, size = 20, className }: IconProps) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.65}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
