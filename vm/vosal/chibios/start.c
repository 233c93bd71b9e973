/* SPDX-License-Identifier: MIT */
/*
 * start.c -- a program that is VOSAL's only: ChibiOS makes a thread of main, which runs
 * vos_main. A program of the user's that has its own main() is linked without this file
 * and calls vosInit after chSysInit.
 */
#include "options.h"
#include "start.h"

int main(int argc, char **argv)
{
    chSysInit();
    machine_end(vos_main(argc, argv));
}
