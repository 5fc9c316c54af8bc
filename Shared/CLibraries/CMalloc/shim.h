// glibc's own settings of malloc, which Swift's Glibc leaves out.
#include <malloc.h>
