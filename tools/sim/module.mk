# tools/sim -- what is wired to the board: the JSON of --sim, checked and turned into scene text.
tools/sim_INC = tools/sim tools/support
tools/sim_SRC = $(addprefix tools/sim/,simfile.c board.c check.c value.c locate.c pins.c serial.c devices.c)

# Read by the VM when it is started with --sim.
PROGRAMS += zvm-sim
zvm-sim_SRC = tools/sim/main.c
zvm-sim_INC = tools/sim tools/support
zvm-sim_PARTS = tools/sim tools/support
zvm-sim_LIBS = -lcjson -lm
