// Tokens to a parse tree, one declaration at a time. What looks flatter here than the language is grouped when the
// tree is built (src/parse): operators by precedence, the cases of a `match` without braces, the parts of a
// comprehension. The reason is speed: written this way every decision needs one token of look-ahead, and ANTLR emits
// a switch for it instead of a prediction.
//
// Bodies of modules, classes, traits and types are not here either: src/parse cuts the token list into headers and
// members, so that an error in one member leaves the others alone.
parser grammar DafnyParser;

options { tokenVocab = DafnyLexer; }

// ANTLR's tables of the grammar are needed only to explain an error (see grammar/defer_tables.cmake).
@parser::members {
  static void load_tables();
}
@parser::definitions {
void DafnyParser::load_tables() { static const Initializer tables; }
}

// ------------------------------------------------------------------------------------------------- declarations

// EOF is put after each declaration.
declaration: modifier* declarationBody EOF;

modifier: ABSTRACT | GHOST | STATIC | OPAQUE | REPLACEABLE | TWOSTATE | LEAST | GREATEST | atAttribute;

atAttribute: AT IDENT (DOT IDENT)* (LPAREN arguments? RPAREN)?;

declarationBody
    : includeDirective
    | moduleHeader
    | importDeclaration
    | exportDeclaration
    | datatypeHeader
    | newtypeHeader
    | typeHeader
    | classHeader
    | iteratorDeclaration
    | fieldDeclaration
    | constDeclaration
    | methodDeclaration
    | functionDeclaration
    ;

includeDirective: INCLUDE (STRING_LIT | VERBATIM_LIT);

moduleHeader: MODULE attribute* moduleName ((REFINES | REPLACES) moduleName)?;
moduleName: IDENT (DOT IDENT)*;

importDeclaration: IMPORT OPENED? moduleName ((ASSIGN_EQ | COLON) moduleName)? (BACKTICK exportSets)? SEMI?;
exportSets: nameOrDigits | LBRACE nameOrDigits (COMMA nameOrDigits)* RBRACE;

exportDeclaration: EXPORT nameOrDigits? ELLIPSIS? exportClause*;
exportClause: (PROVIDES | REVEALS | EXTENDS) (STAR | exportName (COMMA exportName?)*);
exportName: nameOrDigits (DOT nameOrDigits)?;

datatypeHeader: (DATATYPE | CODATATYPE) attribute* IDENT typeParameters? extendsClause? ASSIGN_EQ ELLIPSIS? BAR?
    datatypeConstructor (BAR datatypeConstructor)*;
datatypeConstructor: GHOST? attribute* nameOrDigits constructorFormals?;
constructorFormals: LPAREN (constructorFormal (COMMA constructorFormal)*)? RPAREN;
// `name: type` or `type`: the first type turns out to be a name when a colon follows.
constructorFormal: attribute* (GHOST | NAMEONLY)* (DIGITS COLON type | type (COLON type)?) (GETS expression)?;

// BINDING_IDENT: a name that starts `x: T | P` or `x | P` or the binding of a guard.
newtypeHeader: NEWTYPE attribute* IDENT typeParameters? extendsClause? ASSIGN_EQ (BINDING_IDENT (COLON type)? BAR expression | type)
    witness?;
typeHeader: TYPE attribute* IDENT characteristics* typeParameters?
    (ASSIGN_EQ (BINDING_IDENT (COLON type)? BAR expression | type) witness? | extendsClause)?;
// GHOST_WITNESS is the two words `ghost witness`.
witness: WITNESS (STAR | expression) | GHOST_WITNESS expression;

classHeader: (CLASS | TRAIT) attribute* IDENT typeParameters? (extendsClause | ELLIPSIS)?;
extendsClause: EXTENDS type (COMMA type)*;

iteratorDeclaration: ITERATOR attribute* IDENT typeParameters? (formals ((YIELDS | RETURNS) formals)? | ELLIPSIS) iteratorClause* block?;
iteratorClause: YIELD? clause;

fieldDeclaration: VAR attribute* field (COMMA field)* SEMI?;
// Neither a field without a type nor one with a value is allowed; both have a message of their own.
field: nameOrDigits (COLON type)? ((GETS | ASSIGN_EQ) expression)?;
constDeclaration: CONST attribute* nameOrDigits (COLON type)? ((GETS | ASSIGN_EQ) expression)? SEMI?;

methodDeclaration: (METHOD | LEMMA | CONSTRUCTOR) attribute* nameOrDigits?
    (typeParameters? extremeIndex? formals (RETURNS formals)? | ELLIPSIS) clause* block?;
extremeIndex: LBRACKET (NAT | ORDINAL) RBRACKET;

// NAMED_LPAREN opens a result with a name, `(r: T)`; LPAREN in its place opens a tuple type.
functionDeclaration: (FUNCTION | PREDICATE) METHOD? attribute* nameOrDigits
    (typeParameters? extremeIndex? formals (COLON (NAMED_LPAREN formal RPAREN | type))? | ELLIPSIS) clause* functionBody?;
functionBody: LBRACE expression RBRACE (BY METHOD block)?;

formals: LPAREN (formal (COMMA formal)*)? RPAREN;
formal: attribute* (GHOST | NEW | NAMEONLY | OLDER)* IDENT COLON type (GETS expression)?;

// TYPE_LT, TYPE_GT: angle brackets around types, in declarations and uses; LT and GT compare.
typeParameters: TYPE_LT typeParameter (COMMA typeParameter)* TYPE_GT;
typeParameter: (STAR | PLUS | BANG | MINUS)? IDENT characteristics* (EXTENDS type)*;
characteristics: LPAREN characteristic (COMMA characteristic)* RPAREN;
characteristic: EQ | DIGITS | BANG NEW;

// ------------------------------------------------------------------------------------------------- clauses

clause: exprClause | frameClause | decreasesClause;
loopClause: invariantClause | modifiesClause | decreasesClause;
exprClause: (REQUIRES | ENSURES) clauseExpr;
invariantClause: INVARIANT clauseExpr;
ensuresClause: ENSURES clauseExpr;
// LABEL_NAME: a name with a colon behind, where a label may stand.
clauseExpr: attribute* (LABEL_NAME COLON)? expression SEMI?;
frameClause: (READS | MODIFIES) frames;
modifiesClause: MODIFIES frames;
frames: attribute* frame (COMMA frame)* SEMI?;
decreasesClause: DECREASES attribute* wildExpression (COMMA wildExpression)* SEMI?;
wildExpression: STAR | expression;
frame: STAR | STAR_STAR | BACKTICK nameOrDigits | expression (BACKTICK nameOrDigits)?;

attribute: LBRACE_COLON attributeBody;
// DOMAIN_ATTRIBUTE: the `{:` of an attribute after the domain of a comprehension's variable.
domainAttribute: DOMAIN_ATTRIBUTE attributeBody;
attributeBody: IDENT expressions? RBRACE;

// ------------------------------------------------------------------------------------------------- types

type: typeAtom ((TOTAL_ARROW | PARTIAL_ARROW | ANY_ARROW) type)?;
typeAtom
    : BOOL | CHAR | INT | NAT | REAL | STRING | OBJECT | OBJECT_Q | ORDINAL | BV
    | (SEQ | SET | ISET | MULTISET | MAP | IMAP | ARRAY) typeArguments?
    | LPAREN (GHOST? type (COMMA GHOST? type)*)? RPAREN
    | IDENT typeArguments? (DOT typeSegment)*
    ;
typeSegment: nameOrDigits typeArguments?;
typeArguments: TYPE_LT (type (COMMA type)*)? TYPE_GT;
nameOrDigits: IDENT | DIGITS;

// ------------------------------------------------------------------------------------------------- statements

block: LBRACE item* RBRACE;

// MATCH_CASE and GUARD_CASE: a `case` between statements. The statements up to the next one belong to it.
item: statement | matchCase | guardCase | label;
matchCase: MATCH_CASE attribute* pattern ARROW;
guardCase: GUARD_CASE attribute* guard ARROW;
label: LABEL nameOrDigits COLON;
// CASES_LBRACE: a brace with a `case` behind.
casesBlock: CASES_LBRACE item* RBRACE;

statement
    : BLOCK_LBRACE item* RBRACE                                                     // the brace of a block statement
    | variableDeclaration
    | assignment
    | ifStatement
    | whileStatement
    | forStatement
    | matchStatement
    | forallStatement
    | assertStatement
    | assumeStatement
    | expectStatement
    | revealStatement
    | calcStatement
    | jump
    | PRINT expression (COMMA expression)* SEMI
    | (RETURN | YIELD) attribute* (rhs (COMMA rhs)*)? SEMI
    | MODIFY attribute* (ELLIPSIS | frame (COMMA frame)*) (block | SEMI)
    | OPAQUE opaqueClause* block
    | NEW SEMI
    | ELLIPSIS SEMI
    ;
opaqueClause: ensuresClause | modifiesClause;

variableDeclaration: GHOST? VAR target (COMMA target)* attribute* initializer? end;
target: attribute* patternAtom;
initializer: (GETS | ASSIGN_EQ) rhs (COMMA rhs)* | suchThat | orFail;
// FAIL_KEYWORD: `expect`, `assert` or `assume` right after the operator.
suchThat: SUCH_THAT (FAIL_KEYWORD attribute*)? expression;
orFail: OR_FAIL (FAIL_KEYWORD attribute*)? rhs (COMMA rhs)*;
end: SEMI | BY block;

assignment: leftHandSide (COMMA postfix)* attribute* initializer? end | orFail end;
// STMT_LPAREN: a parenthesis that starts a statement, so that it is no call of what is before it.
leftHandSide: (IDENT typeArguments? | THIS | literal | OLD atLabel? LPAREN expression RPAREN | STMT_LPAREN parenthesized) suffix*;

rhs: (NEW newRhs | STAR | expression) attribute*;
newRhs: newArray | type (newArray | LPAREN arguments? RPAREN)?;
newArray: LBRACKET (RBRACKET LBRACKET expressions? RBRACKET
        | expressions RBRACKET (LPAREN expression RPAREN | LBRACKET expressions? RBRACKET)?);

// ELSE_IF: an `else` with an `if` behind.
ifStatement: IF attribute* (casesBlock | guardCase | guard block elseIf* (ELSE attribute* block)?);
elseIf: ELSE_IF IF attribute* (guard block | casesBlock);
whileStatement: WHILE attribute* (guard loopClause* block? | loopClause* (casesBlock | guardCase));
forStatement: FOR attribute* boundVar GETS expression (TO | DOWNTO) wildExpression loopClause* block?;
guard: STAR | ELLIPSIS | binding | expression;
binding: BINDING_IDENT (COLON type)? (COMMA boundVar)* attribute* SUCH_THAT expression;
boundVar: IDENT (COLON type)?;

// Without braces the cases are the items behind the statement.
matchStatement: MATCH attribute* expression (casesBlock | LBRACE RBRACE)?;

forallStatement: FORALL
    ( (LPAREN domain? RPAREN | domain) ensuresClause* block?
    | ensuresClause+ block?
    | block
    );
domain: boundVar (COMMA boundVar)* attribute* ((RANGE_BAR | FROM_ARROW) expression)?;

assertStatement: ASSERT attribute* (ELLIPSIS SEMI | (LABEL_NAME COLON)? expression (SEMI | BY block));
assumeStatement: ASSUME attribute* (LABEL_NAME COLON)? (ELLIPSIS | expression) SEMI;
expectStatement: EXPECT attribute* (ELLIPSIS | expression) (COMMA expression)? SEMI;
revealStatement: (REVEAL | HIDE) (STAR | expression (COMMA expression)*) SEMI;
// HINT_CALC: a calculation as a hint.
calcStatement: CALC calculation;
calculation: attribute* calcOperator? LBRACE calcLine* RBRACE;
calcLine: expression SEMI calcOperator? hint*;
hint: BLOCK_LBRACE item* RBRACE | HINT_CALC calculation;
calcOperator: (EQ | NEQ | LT | LE | GT | GE | IFF | IMPLIES | EXPLIES) prefixLimit?;
prefixLimit: HASH LBRACKET expression RBRACKET;
jump: BREAK (nameOrDigits | BREAK* CONTINUE?) SEMI | CONTINUE attribute* nameOrDigits? SEMI;

// ------------------------------------------------------------------------------------------------- patterns

pattern: BAR? patternAtom (BAR patternAtom)*;
patternAtom
    : IDENT (LPAREN (pattern (COMMA pattern)*)? RPAREN | COLON type)?
    | LPAREN (pattern (COMMA pattern)*)? RPAREN
    | MINUS? literal
    ;

// ------------------------------------------------------------------------------------------------- expressions

expressions: expression (COMMA expression)*;

// Operators, and everything that reaches as far to the right as it can (lambda, let, quantifier, if, ...), whose
// beginning is a prefix here.
expression: prefix* postfix (infix prefix* postfix | (AS | IS) type)*;

prefix
    : MINUS | BANG | AND | OR
    | (FORALL | EXISTS | SET | ISET | MAP | IMAP) binders
    | lambda
    | IF guard THEN expression ELSE
    | GHOST_LET? VAR patternAtom (COMMA patternAtom)* letValue SEMI
    | OR_FAIL expression SEMI
    | assertStatement | assumeStatement | expectStatement | revealStatement | calcStatement | forallProof
    | MATCH expression FIRST_EXPR_CASE attribute* pattern ARROW
    ;
// FORALL_PROOF: a `forall` with an `ensures` or a block behind its variables, in an expression.
forallProof: FORALL_PROOF domain ensuresClause* block;
letValue: GETS expressions | attribute* SUCH_THAT expression | OR_FAIL expression;

// LAMBDA_IDENT, LAMBDA_LPAREN: what starts the head of a lambda expression.
lambda: (LAMBDA_IDENT | LAMBDA_LPAREN (boundVar (COMMA boundVar)*)? RPAREN) (lambdaReads | lambdaRequires)* ARROW;
lambdaReads: READS attribute* frame (COMMA frame)*;
lambdaRequires: REQUIRES expression;

// The variables of a comprehension and what comes behind them: FROM_ARROW is `<-`, RANGE_BAR is `|`.
binders: boundVar (COMMA boundVar)* attribute* (RANGE_BAR | FROM_ARROW | COLON_COLON);

infix
    : IFF | IMPLIES | EXPLIES | AND | OR
    | (EQ | NEQ) prefixLimit? | LT | LE | GT | GE | IN | NOT_IN | DISJOINT
    | SHL | SHR | PLUS | MINUS | STAR | SLASH | PERCENT | BIT_AND | BAR | BIT_XOR
    | DECREASES_TO | NONINCREASES_TO                                                // the two words
    | LEMMA_SEMI                                                                    // the `;` of `Lemma(); e`
    | domainAttribute+ (RANGE_BAR | COLON_COLON) | RANGE_BAR | COLON_COLON          // later parts of a comprehension
    | BINDER_COMMA binders | MAP_GETS
    | EXPR_CASE attribute* pattern ARROW                                            // later cases of a match
    ;

// MATCH_BRACED: a `match` whose cases are in braces. The later cases are in the expression of the first one.
// MATCH_EMPTY: a `match` without cases or braces. SET_ALONE: a `set` or `iset` of one variable and
// nothing else, its colon being SET_COLON.
postfix
    : atom suffix*
    | MATCH_BRACED expression (CASES_LBRACE EXPR_CASE attribute* pattern ARROW expression RBRACE | LBRACE RBRACE)
    | MATCH_EMPTY postfix
    | SET_ALONE IDENT (SET_COLON type)?
    ;

atom
    : literal
    | IDENT typeArguments?
    | THIS
    | LPAREN parenthesized
    | BAR_OPEN expression BAR_CLOSE
    | (OLD | FRESH) atLabel? LPAREN expression RPAREN
    | UNCHANGED atLabel? LPAREN frame (COMMA frame)* RPAREN
    | (ALLOCATED | ASSIGNED) LPAREN expression RPAREN
    | LBRACKET expressions? RBRACKET
    | ISET_DISPLAY? LBRACE expressions? RBRACE
    | MULTISET (LBRACE expressions? RBRACE | LPAREN expression RPAREN)
    | (MAP_DISPLAY | IMAP_DISPLAY) LBRACKET (mapEntry (COMMA mapEntry)*)? RBRACKET
    | SEQ typeArguments? LPAREN expression COMMA expression RPAREN
    ;
literal: TRUE_LIT | FALSE_LIT | NULL_LIT | DIGITS | HEX_LIT | REAL_LIT | CHAR_LIT | STRING_LIT | VERBATIM_LIT;
// AT_CALL: an `@` that touches what is before it.
atLabel: AT_CALL nameOrDigits;
mapEntry: expression GETS expression;
// DECREASES_TO_NOTHING: `decreases to` or `nonincreases to` with nothing behind.
parenthesized: STAR RPAREN | arguments? DECREASES_TO_NOTHING? RPAREN | (DECREASES_TO | NONINCREASES_TO) expressions RPAREN;

suffix
    : DOT (nameOrDigits typeArguments? | LPAREN update (COMMA update)* RPAREN)
    | LBRACKET (DOTDOT expression? | expression (DOTDOT expression? | GETS expression | (COLON expression?)+ | (COMMA expression)*)) RBRACKET
    | atLabel? LPAREN arguments? RPAREN
    | HASH typeArguments? LBRACKET expression RBRACKET LPAREN arguments? RPAREN
    ;
// NAMED_ARG: a name with a `:=` behind.
update: NAMED_ARG GETS expression;
arguments: argument (COMMA argument)*;
argument: GHOST? (NAMED_ARG GETS)? expression;
