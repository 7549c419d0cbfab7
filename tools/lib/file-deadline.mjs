// Loaded into each test file's process: a handle that was left open must not hold up the whole run in silence.
const fileMs = 1_200_000

function end() {
  const open = process.getActiveResourcesInfo().join(', ')
  process.stderr.write(`${process.argv[1]} runs for ${fileMs / 1_000} s; open: ${open}\n`)
  process.exit(1)
}

// The runner itself, which loads this too, has no such variable.
if (process.env.NODE_TEST_CONTEXT !== undefined) setTimeout(end, fileMs).unref()
