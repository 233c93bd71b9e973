/* SPDX-License-Identifier: MIT */
/* left_out.c -- the error of what a board's VM does not have. */
#include "left_out.h"
#include "exc.h"

/* In parentheses: this text stays when the board has left out texts. */
err_t left_out(const char *what)
{
    return (vm_raise)(ERR_UNSUPPORTED_EXC, "%s left out of this board's VM", what);
}

err_t vm_not_linked(void)
{
    return (vm_raise)(ERR_UNSUPPORTED_EXC,
                      "the program never names what it called: it was not linked");
}
