# oracle: none
# What the VM tells of itself, options, and what it has not.
import vm

version, board, bits, heap = vm.info()
print(type(version) is str, len(board) > 0, bits in (32, 64), heap > 1000)   # expect: True True True True
ALL = (vm.RESET_ON_EXCEPTION, vm.TRACE_ON_EXCEPTION, vm.RESET_ON_HARDFAULT, vm.TRACE_ON_HARDFAULT,
       vm.RESET_ON_OUTOFMEMORY, vm.TRACE_ON_OUTOFMEMORY)
print(ALL)                                     # expect: (0, 1, 2, 3, 4, 5)
print([vm.get_option(o) for o in ALL])         # expect: [False, True, False, True, False, True]
for o in ALL:
    old = vm.get_option(o)
    vm.set_option(o, not old)
    print(vm.get_option(o) != old, end=" ")
    vm.set_option(o, old)
print()                                        # expect: True True True True True True 
for call in (lambda: vm.encrypt(b"x"), lambda: vm.decrypt(b"x"), lambda: vm.set_tracemask(1), lambda: vm.trace(1),
             lambda: vm.tracebin(1, b"x")):
    try:
        call()
    except UnsupportedError as e:
        print(e)
# expect: encryption and tracing are not supported
# expect: encryption and tracing are not supported
# expect: encryption and tracing are not supported
# expect: encryption and tracing are not supported
# expect: encryption and tracing are not supported
try:
    vm.get_option(6)
except ValueError as e:
    print(e)                                   # expect: the VM has no such option
