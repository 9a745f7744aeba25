# R's side of the measurements: reads series (one per line, newest month last), judges the last month of each, and writes
# a line `upperbound,alarm` per series; then how long the judging took, in seconds on the clock and of the processor.
suppressMessages(library(surveillance))
series <- lapply(strsplit(readLines(file("stdin")), ","), as.numeric)
control <- list(b = 5, w = 1, noPeriods = 1, reweight = TRUE, trend = TRUE, alpha = 0.01, pastWeeksNotIncluded = 1,
                thresholdMethod = "nbPlugin", glmWarnings = FALSE)
judge <- function(x) {
  n <- length(x)
  found <- suppressWarnings(farringtonFlexible(sts(matrix(x), frequency = 12, epoch = 1:n), c(list(range = n), control)))
  c(upperbound(found), alarms(found))
}
taken <- system.time(answers <- vapply(series, judge, numeric(2)))
writeLines(sprintf("%s,%d", format(answers[1, ], trim = TRUE, digits = 15), as.integer(answers[2, ])))
cat(taken[["elapsed"]], taken[["user.self"]] + taken[["sys.self"]], "\n")
