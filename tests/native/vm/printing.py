import printing

printing.show()
# expect: text|-1|2|3000000000|beef|BEEF|c|%
# expect: -5000000000|1099511627776|18446744073709551615|-1|ff
# expect:    42|42   |00042|0.667|0.5|   7|ab|    3.1416|
# expect: 0x1234|(null)|-1|1|4|5
printing.loggers()
# expect: printf 3 4-x
# expect: debug 1
# expect: info
# expect: warning
# expect: error
# expect: debug printing.c:32 a 1
# expect: error printing.c:33 b
# expect: error printing.c:34 c
# expect: debug printing.c:35 0
# expect: debug printing.c:36 1
# expect: debug printing.c:37 2
# expect-error: 1 noos
printing.last_resort()
