/**
 * A whole number as the parameter of a LIMIT or of a range over an index. NOTE with a bare one SQLite looks at the value while
 * it plans, and so plans the statement anew for every run: that costs 5 to 60 µs, more than most of them do.
 */
export const whole = 'CAST(? AS INTEGER)'
