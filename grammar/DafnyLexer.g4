// Characters to tokens. Words are all IDENT here: src/parse gives the keywords their types, from the literals of the
// mode Keywords, which is never entered. One rule for all words keeps the lexer's automaton small, and it is built
// anew in every run.
lexer grammar DafnyLexer;

// Types that no character sequence has: the pass between lexer and parser gives them to tokens whose role needs more
// than one token of look-ahead to see. DafnyParser.g4 says at each use what it stands for.
tokens {
    TYPE_LT, TYPE_GT, SHL, SHR, FROM_ARROW, RANGE_BAR, BAR_OPEN, BAR_CLOSE, DISJOINT, NOT_IN, LAMBDA_IDENT,
    LAMBDA_LPAREN, BINDER_COMMA, MAP_GETS, LEMMA_SEMI, BLOCK_LBRACE, CASES_LBRACE, STMT_LPAREN, MATCH_CASE, GUARD_CASE,
    EXPR_CASE, FIRST_EXPR_CASE, MATCH_BRACED, ELSE_IF, AT_CALL, LABEL_NAME, NAMED_ARG, BINDING_IDENT, NAMED_LPAREN,
    MAP_DISPLAY, IMAP_DISPLAY, ISET_DISPLAY, TO, DOWNTO, DECREASES_TO, NONINCREASES_TO, ARRAY, BV, GHOST_WITNESS,
    GHOST_LET, HINT_CALC, FAIL_KEYWORD, DOMAIN_ATTRIBUTE,
    MATCH_EMPTY, SET_ALONE, SET_COLON, FORALL_PROOF, DECREASES_TO_NOTHING
}

WHITESPACE: [ \t\r\n]+ -> skip;
LINE_COMMENT: '//' ~[\r\n]* -> skip;
COMMENT_OPEN: '/*' -> pushMode(Comment);

CHAR_LIT: '\'' (~['\\\r\n] | ESCAPE) '\'';
IDENT: [A-Za-z_'?] [A-Za-z0-9_'?]*;

REAL_LIT: NUMBER '.' NUMBER ('e' '-'? NUMBER)? | NUMBER 'e' '-'? NUMBER;
HEX_LIT: '0x' HEX_DIGIT+ ('_' HEX_DIGIT+)*;
DIGITS: NUMBER;

STRING_LIT: '"' STRING_PART* '"';
VERBATIM_LIT: '@"' (~'"' | '""')* '"';
OPEN_STRING: '"' STRING_PART*;
OPEN_VERBATIM: '@"' (~'"' | '""')*;

fragment STRING_PART: ~["\\\r\n] | '\\' ~[\r\n];
fragment ESCAPE: '\\' ['"\\0nrt] | '\\u' HEX_DIGIT HEX_DIGIT HEX_DIGIT HEX_DIGIT | '\\U{' [0-9a-fA-F_]+ '}';
fragment NUMBER: [0-9]+ ('_' [0-9]+)*;
fragment HEX_DIGIT: [0-9a-fA-F];

LBRACE_COLON: '{:';
LBRACE: '{';
RBRACE: '}';
LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
ELLIPSIS: '...';
DOTDOT: '..';
DOT: '.';
COMMA: ',';
SEMI: ';';
COLON_COLON: '::';
GETS: ':=';
SUCH_THAT: ':|';
OR_FAIL: ':-';
COLON: ':';
BACKTICK: '`';
AT: '@';
HASH: '#';
IFF: '<==>';
IMPLIES: '==>';
EXPLIES: '<==';
LE: '<=';
LT: '<';
GE: '>=';
GT: '>';
EQ: '==';
NEQ: '!=';
BANG: '!';
ARROW: '=>';
ASSIGN_EQ: '=';
AND: '&&';
OR: '||';
BIT_AND: '&';
BAR: '|';
BIT_XOR: '^';
PLUS: '+';
PARTIAL_ARROW: '-->';
TOTAL_ARROW: '->';
MINUS: '-';
ANY_ARROW: '~>';
STAR_STAR: '**';
STAR: '*';
SLASH: '/';
PERCENT: '%';

UNKNOWN: .;

mode Comment;
NESTED_OPEN: '/*' -> pushMode(Comment);
COMMENT_CLOSE: '*/' -> popMode;
COMMENT_TEXT: (~[/*]+ | [/*]) -> skip;

// Never entered: the literals are the table of keywords.
mode Keywords;
ABSTRACT: 'abstract';
ALLOCATED: 'allocated';
AS: 'as';
ASSERT: 'assert';
ASSIGNED: 'assigned';
ASSUME: 'assume';
BOOL: 'bool';
BREAK: 'break';
BY: 'by';
CALC: 'calc';
CASE: 'case';
CHAR: 'char';
CLASS: 'class';
CODATATYPE: 'codatatype';
CONST: 'const';
CONSTRUCTOR: 'constructor';
CONTINUE: 'continue';
DATATYPE: 'datatype';
DECREASES: 'decreases';
ELSE: 'else';
ENSURES: 'ensures';
EXISTS: 'exists';
EXPECT: 'expect';
EXPORT: 'export';
EXTENDS: 'extends';
FALSE_LIT: 'false';
FOR: 'for';
FORALL: 'forall';
FRESH: 'fresh';
FUNCTION: 'function';
GHOST: 'ghost';
GREATEST: 'greatest';
HIDE: 'hide';
IF: 'if';
IMAP: 'imap';
IMPORT: 'import';
IN: 'in';
INCLUDE: 'include';
INT: 'int';
INVARIANT: 'invariant';
IS: 'is';
ISET: 'iset';
ITERATOR: 'iterator';
LABEL: 'label';
LEAST: 'least';
LEMMA: 'lemma';
MAP: 'map';
MATCH: 'match';
METHOD: 'method';
MODIFIES: 'modifies';
MODIFY: 'modify';
MODULE: 'module';
MULTISET: 'multiset';
NAMEONLY: 'nameonly';
NAT: 'nat';
NEW: 'new';
NEWTYPE: 'newtype';
NONINCREASES: 'nonincreases';
NULL_LIT: 'null';
OBJECT: 'object';
OBJECT_Q: 'object?';
OLD: 'old';
OLDER: 'older';
OPAQUE: 'opaque';
OPENED: 'opened';
ORDINAL: 'ORDINAL';
PREDICATE: 'predicate';
PRINT: 'print';
PROVIDES: 'provides';
READS: 'reads';
REAL: 'real';
REFINES: 'refines';
REPLACEABLE: 'replaceable';
REPLACES: 'replaces';
REQUIRES: 'requires';
RETURN: 'return';
RETURNS: 'returns';
REVEAL: 'reveal';
REVEALS: 'reveals';
SEQ: 'seq';
SET: 'set';
STATIC: 'static';
STRING: 'string';
THEN: 'then';
THIS: 'this';
TRAIT: 'trait';
TRUE_LIT: 'true';
TWOSTATE: 'twostate';
TYPE: 'type';
UNCHANGED: 'unchanged';
VAR: 'var';
WHILE: 'while';
WITNESS: 'witness';
YIELD: 'yield';
YIELDS: 'yields';
