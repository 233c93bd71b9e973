# SPDX-License-Identifier: MIT
"""Prints str_vectors.h: expressions on str, bytes and bytearray with python3's results."""

TEXTS = ["''", "'a'", "'abcabc'", "'Hello, World'", "'  two  words '", "'h\\u00e9llo w\\u00f6rld'", "'\\u4e16\\u754c'", "'a,b,,c'",
         "'line\\nnext\\r\\nlast'", "'\\tx\\ty'", "'12'", "'+7'", "'Stra\\u00dfe'", "'\\u041f\\u0440\\u0438\\u0432\\u0435\\u0442'", "'it\\'s'", "'\\x00\\x7f\\x85'"]
METHODS = ["upper()", "lower()", "title()", "capitalize()", "swapcase()", "casefold()", "strip()", "lstrip()", "rstrip()",
           "strip('aH d')", "split()", "split(',')", "split(None,1)", "split('l',1)", "rsplit()", "rsplit(',',1)",
           "rsplit(None,1)", "splitlines()", "splitlines(True)", "partition(',')", "rpartition('l')", "find('l')", "find('')",
           "find('c',3)", "find('o',-4)", "find('a',1,3)", "rfind('b')", "rfind('')", "index('zz')", "count('l')", "count('')",
           "count('b',2)", "replace('l','LL')", "replace('','-')", "replace('b','',1)", "startswith('a')", "startswith(('x','H'))",
           "endswith('c')", "startswith('',100)", "removeprefix('ab')", "removesuffix('c')", "center(9)", "center(10,'*')", "ljust(7,'.')",
           "rjust(8)", "zfill(5)", "expandtabs()", "expandtabs(4)", "isalpha()", "isdigit()", "isalnum()", "isspace()", "isupper()",
           "islower()", "istitle()", "isdecimal()", "isnumeric()", "isidentifier()", "isascii()", "isprintable()", "join(['x','y','z'])",
           "join(('p',))", "join('\\u00e9b')", "encode()", "encode('latin-1')", "encode('ascii','replace')", "translate({97:'A',108:None,111:48})"]
BYTES = ["b''", "b'abcabc'", "b'Hello, World'", "b' \\xff\\x00 '", "bytearray(b'ab,cd')"]
BYTES_METHODS = ["upper()", "title()", "split()", "split(b',')", "find(b'b')", "find(98)", "count(97)", "replace(b'a',b'xy')", "strip()",
                 "startswith(b'a')", "hex()", "hex('-')", "hex(':',2)", "decode()", "decode('latin-1')", "join([b'x',b'y'])", "partition(b'c')",
                 "center(10,b'.')", "isalpha()", "isascii()", "zfill(14)", "index(b'q')", "find('a')", "rfind(b'b',0,3)", "splitlines()",
                 "translate(None,b'ab')", "islower()", "swapcase()", "rsplit(b'b',1)", "removeprefix(b'ab')"]
OTHERS = """'abc'[1]|'abc'[-1]|'abc'[5]|'h\\u00e9llo'[1]|'h\\u00e9llo'[-4:]|'h\\u00e9llo'[::-1]|'hello'[::2]|'hello'[3:1]|'hello'[1:4]|'h\\u00e9llo w\\u00f6rld'[8:2:-2]
'a'+'b'|'a'+1|'ab'*3|3*'ab'|'ab'*0|'ab'*-1|'\\u00e9'*2|'b'in'abc'|''in''|'x'in'abc'|1 in'abc'|'a'<'b'|'a'<'\\u00e9'|'abc'=='abc'|'a'<=''|'a'>'B'|'a'>='a'
'%d %s %r'%(1,'x','y')|'%5d|%-5d|%05d'%(42,42,-42)|'%+d % d'%(5,5)|'%x %X %#x %o'%(255,255,255,8)|'%c%c'%(65,'b')|'%5.1f|%e|%g'%(3.14159,12345.678,0.0001)
'%s'%'x'|'%s'%None|'%%'%()|'%d'%'a'|'%d %d'%(1,)|'%d'%(1,2)|'%(k)s-%(k)5s'%{'k':'v'}|'%.2s'%'abc'|'%*d'%(5,42)|'%.3d'%7|'%i'%3.9|'%a'%'\\u00e9'|'%q'%1|'%'%()|'%s %s'%('a',[1,2])
'%c'%'ab'|'%x'%1.5|'%(a)s'%1|'%8.3f|'%-1.5|'%-8s|'%'ab'|'%08.3f'%-1.5|'%#o'%8|'%.0f'%2.5|'%s'%(1.0,)|'%r'%'it'|'%d'%10000000000000000000000|'%x'%-255|'%10.4d|'%42
'{} {}'.format(1,'a')|'{0}{1}{0}'.format('x',2)|'{:>5}|{:<5}|{:^5}'.format(1,2,3)|'{!r:>6}'.format('a')|'{{}}'.format()|'{'.format()|'}'.format()|'{}'.format()|'{0} {}'.format(1)|'{a}'.format()
'{0[1]}'.format([5,6])|'{0[k]}'.format({'k':7})|'{:{}}'.format(5,4)|'{:.{}f}'.format(3.14159,2)|'{!x}'.format(1)|'{0[a}'.format(1)|'{!s}{!a}'.format(1,'\\u00e9')|'{:,}'.format(1234567)|'{:x}'.format('a')
b'a'+b'b'|b'a'+'b'|b'ab'*2|b'abc'[1]|b'abc'[1:]|b'abc'[::-1]|b'abc'[9]|98 in b'abc'|b'bc'in b'abc'|b'a'<b'b'|b'a'=='a'|b'%d-%s'%(5,b'x')|bytearray(b'abc')[0:2]|b'ab'==bytearray(b'ab')|b'it\\'s'|b'\\x00\\n\\xff"'
bytearray(b'abc')[-1]|bytearray(b'')+b'x'|b'a'in b''|'a'.join([1])|'a'.join(5)|'abc'.find(1)|'a'.split('')|'a'.center(5,'ab')|'a'.encode('q')|'\\u00e9'.encode('ascii')|b'\\xff'.decode()|b'\\xc3'.decode()|b'\\xe4\\xb8'.decode()|b'\\xff'.decode('utf-8','replace')
b'a\\xffb'.decode('utf-8','ignore')|'abc'.startswith(1)|'a'.partition('')|b'x'.join(['a'])|'{:5}|{:5}'.format('a',1)|'\\u00e9\\n\\t\\\\'|'\\'"'|'\\u200b\\ud800'"""


def c(text):
    out = ""
    for byte in text.encode("utf-8", "surrogatepass"):
        ch = chr(byte)
        out += "\\" + ch if ch in '\\"' else ch if 32 <= byte < 127 else "\\%03o" % byte
    return '"' + out.replace("??", "?\\?") + '"'


def show(expr):
    try:
        return repr(eval(expr))
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e.args[0] if isinstance(e, KeyError) and 0 else e)


import warnings

warnings.simplefilter("ignore")
print("/* Made by str_oracle.py. */")
exprs = [t + "." + m for t in TEXTS for m in METHODS] + [t + "." + m for t in BYTES for m in BYTES_METHODS]
import re
exprs += [e for line in OTHERS.split("\n") for e in re.findall(r"(?:'(?:\\.|[^'\\])*'|[^|'])+", line)]
for e in exprs:
    print("{%s, %s}," % (c(e), c(show(e))))
