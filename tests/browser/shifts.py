"""What moved on a page while it was being shown, as layout shift scores tell it."""

SHIFTS = """(within) => new Promise(done => {
    const rect = ({ x, y, width, height }) => `${width}x${height} at ${x},${y}`
    const told = ({ node, previousRect, currentRect }) =>
        `${node?.nodeName} ${node?.className ?? node?.data}: ` +
        `${rect(previousRect)} to ${rect(currentRect)}`
    const moved = []
    new PerformanceObserver(list => moved.push(...list.getEntries()))
        .observe({ type: 'layout-shift', buffered: true })
    // what follows a key, a click or a new size of the window is an answer to it
    setTimeout(() => done(moved.filter(shift => !shift.hadRecentInput)
        .map(({ value, sources }) => [value, ...sources.map(told)].join('; '))), within)
})"""
"""A function of the page: waits for so many milliseconds, returns a line for each shift."""
