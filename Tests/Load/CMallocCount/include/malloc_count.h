#pragma once

/// Allocations of this process since it started, on all threads: malloc, calloc, realloc of
/// nothing, aligned ones. A program that links this module has its allocations counted.
long malloc_count(void);
