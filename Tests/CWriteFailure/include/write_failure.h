// Loaded before the C library (LD_PRELOAD), this library makes one write to a regular file fail, or
// all from one on, as a full disk does. It is told how by the environment:
//
//   WRITE_FAILURE_AT=N      the Nth write fails with ENOSPC
//   WRITE_FAILURE_STAYS=1   so do all that need space after it
//   WRITE_FAILURE_COUNT=F   nothing fails; the number of writes is kept in the file F
