// Resolves what belongs to one declaration: its contract and its body share scopes, holes in types, and labels. The
// methods are spread over files by story: expressions, selections, conversions, operators, calls, comprehensions,
// statements, assignments, loops, calc, specifications, labels; finish() settles the types of all that was built.
#pragma once

#include "resolve/globals.h"
#include "resolve/inference.h"
#include "resolve/modules.h"
#include "resolve/pattern_shapes.h"
#include "resolve/refine.h"
#include "resolve/released_types.h"
#include "resolve/scope.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace daphnia::resolve {

// An expression that is still known as changeable, and its type as far as known.
struct Draft {
    std::unique_ptr<typed::Expr> expr;
    PreType type;
};

// Something whose values flow into a variable: an expression, or a value of a known type.
struct Source {
    const typed::Expr* expr = nullptr;
    typed::Type type;
    std::optional<std::size_t> call = std::nullopt; // a result of this call of a generic method
    std::size_t result = 0;
    bool binds = false; // a pattern, let or match that introduces the variable
    enum class Rules { All, Refreshed, Released } rules = Rules::All;
};

struct VariableFacts {
    typed::Variable* variable = nullptr; // null: its type is not for us to set
    PreType type;
    bool type_given = true;
    bool assignable = false;
    const char* what = "local variable"; // as Dafny calls it when its type is unknown
    std::vector<Source> sources;         // when the type is not given
    bool allocated = false;              // a new array flows into it
    bool counts = false;                 // the index of a loop
    bool assumption = false;             // {:assumption}: a ghost bool that begins as true
    bool assumption_assigned = false;    // once at most
};

enum class Place { Function, Method, Lemma, Constant };

// What may be said where an expression or statement stands.
struct Context {
    bool two_state = false; // old, fresh
    bool in_old = false;
};

// Whether type arguments are left out in it, to be inferred.
bool leaves_arguments_out(Globals& globals, const ast::Type& type);

// The first `length` bytes of a range: its keyword or opening bracket.
inline SourceRange first_token(SourceRange range, std::uint32_t length) {
    return {range.file, range.begin, std::min(range.end, range.begin + length)};
}

// The way out for calls of methods in contracts, invariants and assertions.
inline constexpr const char* kNoCallInClaims =
    "methods cannot be called in what is to be proved: write a function for it";

class BodyResolver {
  public:
    // `enclosing`: the datatype whose member it is, or null; its type parameters are the first of the member's own.
    BodyResolver(Globals& globals, Place place, std::string name, bool may_diverge, TypeEntry* enclosing = nullptr,
                 const typed::TypeParameters* own_parameters = nullptr);

    // ---- variables (variables.cpp)
    // The variable belongs to the caller; its type is in it already when it was given.
    VariableFacts& introduce(const typed::Variable& variable, bool type_given);
    void declare(const typed::Variable& variable, const char* what);
    // A parameter or result of the declaration comes into scope.
    void adopt(const typed::Variable& variable);
    Draft read(const typed::Variable& variable, SourceRange range);
    std::unique_ptr<typed::Variable> new_variable(const ast::Ident& name, const ast::Type* type,
                                                  typed::VariableKind kind, bool ghost);
    PreType partial_type(const ast::Type& type, bool exact);
    // What a refused declaration would have declared.
    void declare_untyped(const ast::Ident& name);
    void declare_untyped(const ast::Pattern& pattern);
    void flow(const typed::Variable& into, const typed::Expr& value, Source::Rules rules = Source::Rules::All);
    // Where the variable is introduced as a name for the value.
    void bind(const typed::Variable& into, const typed::Expr& value);
    void flow(const typed::Variable& into, const typed::Type& type);
    Scope<const typed::Variable>& variables() { return variables_; }

    // ---- specifications (specifications.cpp)
    typed::Clause clause(const ast::SpecClause& clause, const char* expectation, Context context);
    // The clauses of one kind; `expectation` is Dafny's message when one is not of type bool.
    std::vector<typed::Clause> clauses(const ast::SpecClauses& specs, ast::SpecKind kind, const char* expectation,
                                       Context context);
    typed::Frame frame(const ast::SpecClauses& specs, ast::SpecKind kind);
    typed::Decreases decreases(const ast::SpecClauses& specs, Context context);

    // ---- bodies
    Draft expression(const ast::Expr& expr, Context context);
    // Resolved and required to be of type bool; {0} in the message is the type found.
    Draft condition(const ast::Expr& expr, Context context, const char* message);
    typed::ExprPtr function_body(const ast::Expr& body, const typed::Variable& result, SourceRange at,
                                 const char* message);
    void must_fit(const typed::Constant& constant, const Draft& value);
    void check_defaults(const std::vector<ast::Formal>& formals, const std::vector<typed::VariablePtr>& parameters);
    typed::StmtPtr method_body(const ast::Block& block, const typed::Method& method);
    // The labels of preconditions are known in the body.
    void declare_precondition_labels(const std::vector<typed::Clause>& preconditions);

    // The largest type of the kernel that an expression of this type can have, when it is known.
    std::optional<typed::Type> known_type(const PreType& type) const;
    // Settles all types, and reports what could not be.
    void finish();
    // Instead: what follows for the type of this variable, when that is known.
    std::optional<typed::Type> inferred_type(const typed::Variable& variable);

    Globals& globals() { return globals_; }
    Reporter& reporter() { return globals_.reporter; }

  private:
    using Statements = std::vector<typed::StmtPtr>;
    friend class ExprCases;
    friend class StmtCases;
    friend class TargetCases;
    friend class RhsCases;

    // What is built while there is one spells out what is not in the text, which decides no types.
    class Making {
      public:
        explicit Making(BodyResolver& resolver) : resolver_(resolver) { ++resolver_.making_; }
        ~Making() { --resolver_.making_; }
        Making(const Making&) = delete;
        Making& operator=(const Making&) = delete;

      private:
        BodyResolver& resolver_;
    };

    // ---- helpers (body.cpp)
    template <typename Node>
    Draft make(SourceRange range, SourceRange anchor, PreType type, Node node) {
        return make_node(range, anchor, std::move(type), decltype(typed::Expr::node)(std::move(node)));
    }
    Draft make_node(SourceRange range, SourceRange anchor, PreType type, decltype(typed::Expr::node) node);
    Draft wrong(SourceRange range);
    Draft unsupported(SourceRange range, const char* what);
    // Makes two types equal or reports; {0} and {1} in the message are the types. `hint`: the way out at this place,
    // instead of what is known of the two types.
    bool agree(const PreType& a, const PreType& b, SourceRange at, const char* message, const std::string& hint = {});
    // Checks a type once it is known; `fallback` fills it when nothing else does.
    void require(const PreType& type, std::function<bool(PreKind)> allowed, SourceRange at, std::string message,
                 std::optional<PreKind> fallback = std::nullopt);
    void require(const PreType& type, std::function<bool(PreKind)> allowed, SourceRange at, std::string message,
                 std::optional<PreKind> fallback, const char* hint);
    void require_int(const Draft& draft, const char* message);
    Draft integer(SourceRange range, support::Integer value);
    Draft binary(SourceRange range, SourceRange op_range, typed::BinaryOp op, Draft left, Draft right);
    Draft conjunction(SourceRange range, Draft left, Draft right);
    const PreType& type_of(const typed::Variable& variable) const { return facts_.at(&variable).type; }
    // Of a parameter or result of any declaration; of a generic one as used with these type arguments.
    PreType declared_type(const typed::Variable& variable, const TypeArguments& type_arguments = {}) const;
    bool budget_left(SourceRange range);

    // ---- suggestions.cpp: what may have been meant by a name that is not declared
    enum class NameUse {
        Value,
        Called,  // in an expression
        Invoked, // as a statement
        Either,  // on the right of an assignment: a method or a function
        Qualifier,
        Target // of an assignment
    };
    std::string meant_by(const std::string& name, const ast::Member* qualified) const;
    std::vector<std::string> candidates(NameUse use) const;
    std::string meant_by_member(const std::string& name, const PreType& type, SourceRange object) const;
    // Of a value of the type, or of the type itself.
    std::string meant_by_member(const std::string& name, const TypeEntry& type, bool of_value) const;
    std::vector<std::string> revealable_names() const;
    std::string instead_of(const ast::NewObject& node);
    static std::string meant_by_constructor(const std::string& name, const typed::Datatype& type);
    // The expression as the name that it should be used as.
    Draft used_as(NameUse use, const ast::Expr& expr, Context context);

    // ---- expressions.cpp
    Draft name(SourceRange range, const ast::Name& node, Context context);
    Draft member(SourceRange range, const ast::Member& node, Context context);
    // What a name or a qualified name stands for when it does not begin with a variable.
    std::optional<Meaning> declared_meaning(const ast::Expr& expr) const;
    // As if the member had this name.
    std::optional<Meaning> declared_meaning(const ast::Member& node, const std::string& name) const;
    std::optional<Meaning> declared_name(const std::string& name) const;
    std::optional<Meaning> declared_qualifier(const ast::Expr& expr) const;
    // `qualified`: how it is written when not as a plain name.
    Draft declared(SourceRange range, const ast::Ident& name, const Meaning& meaning,
                   const std::vector<ast::TypePtr>& type_arguments, const ast::Member* qualified);
    // `receiver`: the value whose member it is, where there is one.
    Draft declared_member(SourceRange range, const ast::Ident& name, Member& member,
                          const std::vector<ast::TypePtr>& type_arguments = {}, const ast::Member* qualified = nullptr,
                          std::optional<Draft> receiver = std::nullopt);
    Draft index(SourceRange range, const ast::Index& node, Context context);
    Draft slice(SourceRange range, const ast::Slice& node, Context context);
    Draft multi_slice(SourceRange range, const ast::MultiSlice& node, Context context);
    // The type of a slice of a sequence or an array.
    PreType type_of_slice(const PreType& container, SourceRange at);
    Draft update(SourceRange range, const ast::Update& node, Context context);
    Draft cardinality(SourceRange range, const ast::Cardinality& node, Context context);
    Draft conversion(SourceRange range, const ast::Conversion& node, Context context);
    Draft type_test(SourceRange range, const ast::TypeTest& node, Context context);
    Draft seq_display(SourceRange range, const ast::SeqDisplay& node, Context context);
    // {…} or multiset{…}; `keyword` is how long the token is at which it is reported.
    Draft set_display(SourceRange range, std::uint32_t keyword, PreKind kind, const std::vector<ast::ExprPtr>& elements,
                      Context context);
    Draft multiset_of(SourceRange range, const ast::MultisetFrom& node, Context context);
    Draft map_display(SourceRange range, const ast::MapDisplay& node, Context context);
    // m.Keys, m.Values, m.Items; nothing when the map has no such part.
    std::optional<Draft> map_part(SourceRange range, const ast::Ident& member, Draft& map, const PreType& type);
    // What is known of the type after all that waits has been tried.
    PreType known_now(const Draft& draft);
    Draft if_then_else(SourceRange range, const ast::IfExpr& node, Context context);
    Draft statement_expression(SourceRange range, const ast::StmtExpr& node, Context context);
    Draft old(SourceRange range, const ast::Old& node, Context context);
    Draft fresh(SourceRange range, const ast::Fresh& node, Context context);
    Draft allocated(SourceRange range, const ast::Allocated& node, Context context);
    const typed::Label* state_label(SourceRange range, const std::optional<ast::Ident>& label, const char* what,
                                    Context context);
    void require_index(const PreType& collection, const Draft& position, const char* message);
    void type_of_element(const PreType& container, const PreType& result, SourceRange at);

    // ---- operators.cpp
    Draft unary(SourceRange range, const ast::Unary& node, Context context);
    Draft binary_operator(SourceRange range, const ast::Binary& node, Context context);
    // An expression that is resolved with a voice elsewhere.
    Draft again(const ast::Expr& expr, Context context);
    Draft chain(SourceRange range, const ast::Chain& node, Context context);
    Draft apply(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    Draft logical(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    Draft decreases_to(SourceRange range, const ast::DecreasesTo& node, Context context);
    void compare_by_rank(SourceRange op_range, const PreType& small, const PreType& large, bool small_first);
    Draft ordering(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    Draft membership(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    Draft arithmetic(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    Draft bitwise(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    Draft shift(SourceRange range, SourceRange op_range, typed::BinaryOp op, Draft left, Draft right);
    // bits.RotateLeft(amount); nothing when it is something else that is called.
    std::optional<Draft> rotation(SourceRange range, const ast::Call& call, const ast::Member& callee, Draft& object,
                                  Context context);
    void check_literal_sizes();
    Draft without_keys(SourceRange range, SourceRange op_range, Draft map, Draft keys);

    // ---- calls.cpp
    Draft call(SourceRange range, const ast::Call& node, Context context);
    void resolve_arguments(const ast::Call& node, Context context);
    // From where the names in default values are looked up; `owner`: in a member of it, else null.
    struct Home {
        Module* module;
        TypeEntry* owner;
    };
    std::vector<typed::ExprPtr> actuals(const ast::Call& call, const std::vector<ast::Formal>& formals,
                                        const std::vector<typed::VariablePtr>& parameters,
                                        const TypeArguments& type_arguments, const std::string& kind,
                                        const std::string& name, Home home, Context context);
    Draft default_value(const ast::Formal& formal, const std::vector<ast::Formal>& formals,
                        const std::vector<typed::VariablePtr>& parameters, const TypeArguments& type_arguments,
                        const std::vector<const ast::Argument*>& given, Home home, Context context);
    // ---- generic_calls.cpp
    // A use of something generic: its type arguments as far as they are known.
    struct Instantiation {
        const typed::TypeParameters* parameters;
        std::vector<std::optional<typed::Type>> given;
        std::vector<bool> exact; // the signature depends on exactly what it is
        TypeArguments arguments;
        SourceRange range;
        std::string where; // " in the function call to 'F'", for a type argument that cannot be found
        typed::FunctionCall* function = nullptr;
        typed::Call* method = nullptr;
        typed::FunctionValue* value = nullptr; // one of the three
    };
    // `name`: how it is written, with its type arguments; null when there can be none.
    template <typename Callable>
    Instantiation instantiation(const Callable& callable, const TypeEntry* owner, const ast::Expr* name,
                                SourceRange range, const std::string& kind);
    // `of_owner`: what is known of the type arguments of the datatype whose member it is; `given`: its own.
    template <typename Callable>
    Instantiation instantiation(const Callable& callable, std::vector<std::optional<typed::Type>> of_owner,
                                const std::vector<ast::TypePtr>& given, SourceRange range, const std::string& kind);
    std::vector<std::optional<typed::Type>> member_arguments(const ast::Expr* name, const TypeEntry& owner);
    std::vector<std::optional<typed::Type>> own_arguments(const TypeEntry& owner) const;
    std::vector<std::optional<typed::Type>> datatype_arguments(const ast::Expr* qualifier, const TypeEntry& owner);
    // The call with what its type arguments follow from, and the receiver's type agreed.
    Draft function_call(SourceRange range, SourceRange anchor, typed::FunctionCall call, Instantiation use);
    void receive(const Draft& receiver, const typed::Variable& parameter, const Instantiation& use);
    void report_open_type_arguments();
    GenericCall generic_call(const Instantiation& use) const;
    // The method that a call names; null when it is a call of something else.
    const MethodEntry* called_method(const ast::Expr& expr);

    // ---- lambdas.cpp: functions as values
    Draft lambda(SourceRange range, const ast::Lambda& node, Context context);
    // A declared function without arguments; `receiver` of a member.
    Draft function_value(SourceRange range, SourceRange at, const FunctionEntry& entry,
                         const std::vector<ast::TypePtr>& type_arguments, const ast::Member* qualified,
                         std::optional<Draft> receiver);
    // The arguments of a value that is called, or asked (`requires`) whether it may be.
    std::optional<std::vector<typed::ExprPtr>> applied_to(const ast::Call& call, const PreType& arrow, Context context);
    // function(arguments), function.requires(arguments), function.reads(arguments).
    enum class Question { Value, Requires, Reads };
    Draft apply_value(SourceRange range, const ast::Call& call, Draft function, const PreType& arrow, Question question,
                      Context context);
    // Where a lambda stands, the types of its parameters follow from what is expected there.
    void expect(const typed::Expr& value, const typed::Type& type, std::optional<std::size_t> function = std::nullopt,
                std::optional<std::size_t> method = std::nullopt);

    // ---- members.cpp
    // Within a member of a datatype an unqualified name may be another member, or a destructor or test.
    Member* own_member(const std::string& name) const;
    // Of the type of a value; null when it has none.
    std::map<std::string, Member>* members_of(const PreType& type) const;
    bool is_own_field(const std::string& name) const;
    Draft this_value(SourceRange range);
    Draft field_value(SourceRange range, SourceRange anchor, PerValueConstant& entry, Draft object);
    // object.name, where the object is resolved.
    Draft member_of(SourceRange range, const ast::Ident& name, Draft object,
                    const std::vector<ast::TypePtr>& type_arguments = {});
    Draft call_function(SourceRange range, const ast::Call& call, const FunctionEntry& entry,
                        std::optional<Draft> receiver, Context context);
    Draft call_member(SourceRange range, const ast::Call& call, const ast::Member& callee, Context context);
    Draft not_a_function(SourceRange range, const ast::Call& call, Draft target, Context context);
    std::optional<Draft> method_receiver(const ast::Call& call, const MethodEntry& entry);
    // A member that needs a value is named without one.
    bool lacks_receiver(const ast::Expr& name, const std::vector<typed::VariablePtr>& parameters);

    // ---- comprehensions.cpp
    struct Binders {
        std::vector<std::unique_ptr<typed::Variable>> variables;
        typed::ExprPtr range; // may be null
    };
    Binders binders(const ast::QuantifierDomain& domain, const char* range_message, Context context);
    std::vector<typed::VariablePtr> owned(std::vector<std::unique_ptr<typed::Variable>> variables);
    Draft quantifier(SourceRange range, const ast::Quantifier& node, Context context);
    Draft set_comprehension(SourceRange range, const ast::SetComprehension& node, Context context);
    Draft map_comprehension(SourceRange range, const ast::MapComprehension& node, Context context);
    Draft let(SourceRange range, const ast::Let& node, Context context);
    // With patterns for values that are resolved.
    Draft let_in(SourceRange range, const std::vector<const ast::Pattern*>& patterns, std::vector<Draft> values,
                 bool ghost, const ast::Expr& body, Context context);
    Draft let_such_that(SourceRange range, const ast::LetSuchThat& node, Context context);
    Draft seq_construction(SourceRange range, const ast::SeqConstruction& node, Context context);
    struct IndexFunction {
        std::unique_ptr<typed::Variable> variable;
        Draft body;
        typed::ExprPtr domain; // its precondition; null when there is none
    };
    // ---- tuples.cpp
    // The name of the variable that holds a value which a pattern takes apart: no program can write it.
    static constexpr const char* kWhole = "tuple#";
    // A variable of a pattern, and the component that it names.
    struct Component {
        std::unique_ptr<typed::Variable> variable;
        Draft value;
    };
    // A pattern's variables, and what the value has to look like, outermost constructor first.
    struct TakenApart {
        std::vector<Component> components;
        std::vector<typed::StmtPtr> checks;
    };
    // A variable of the let that has this value.
    struct Held {
        typed::Let let;
        std::vector<std::unique_ptr<typed::Variable>> variables;
    };
    const typed::Variable& hold(Held& held, SourceRange range, Draft value);
    Draft let_held(SourceRange range, SourceRange anchor, Held held, Draft body);
    Draft tuple(SourceRange range, const ast::Tuple& node, Context context);
    Draft tuple_update(SourceRange range, const ast::DatatypeUpdate& node, Draft base, const PreType& type,
                       Context context);
    std::optional<std::size_t> tuple_component(const PreType& type, const std::string& name) const;
    Draft select(SourceRange range, SourceRange anchor, Draft tuple, const PreType& type, std::size_t component);
    std::unique_ptr<typed::Variable> whole_of_pattern(const ast::Pattern& pattern, const Draft& value,
                                                      typed::VariableKind kind, bool ghost);
    std::optional<PreType> head_of_pattern(const ast::Pattern& pattern);
    bool take_apart(const ast::Pattern& pattern, const typed::Variable& whole, typed::VariableKind kind, bool ghost,
                    TakenApart& out, std::vector<std::size_t> path = {});
    bool take_apart_constructor(const ast::Pattern& pattern, const ast::ConstructorPattern& node, Draft value,
                                const typed::Variable& whole, typed::VariableKind kind, bool ghost, TakenApart& out,
                                std::vector<std::size_t> path);
    void var_pattern_statement(SourceRange range, const ast::VarPatternDecl& node, std::vector<typed::StmtPtr>& out);

    // ---- datatypes.cpp
    // `qualifier`: what stands before its name, or null.
    Draft construct(SourceRange range, const ConstructorEntry& entry, const ast::Call& call, const ast::Expr* qualifier,
                    Context context);
    TypeArguments arguments_of(const PreType& type);
    Draft datatype_member(SourceRange range, const ast::Ident& name, Draft object, const PreType& type);
    Draft destruct(SourceRange range, SourceRange anchor, Draft value, const PreType& of, std::size_t destructor,
                   bool known);
    Draft made_by(SourceRange range, SourceRange anchor, Draft value, std::size_t constructor);
    Draft datatype_update(SourceRange range, const ast::DatatypeUpdate& node, Context context);
    void no_member(const ast::Ident& name, const char* what, const std::string& type, const std::string& hint);

    // ---- match.cpp
    // A case: what has to hold of the value, and the variables that its pattern binds.
    struct CaseParts {
        std::vector<Draft> tests;
        std::vector<Component> variables;
    };
    using ValueMaker = std::function<Draft()>;
    PatternShape match_pattern(const ast::Pattern& pattern, const PreType& type, const ValueMaker& value, bool in_or,
                               typed::VariableKind kind, CaseParts& out);
    PatternShape match_constructor(const ast::Pattern& pattern, const ast::Ident& name,
                                   const std::vector<ast::PatternPtr>* arguments, const PreType& type,
                                   const ValueMaker& value, bool in_or, typed::VariableKind kind, CaseParts& out);
    // What stands within another pattern.
    PatternShape match_part(const ast::Pattern& pattern, const PreType& type, const ValueMaker& value, bool in_or,
                            typed::VariableKind kind, CaseParts& out);
    PatternShape match_literal(const ast::Pattern& pattern, const ast::Expr& literal, const ValueMaker& value,
                               CaseParts& out);
    const ast::Expr* constant_in_pattern(const ast::NamePattern& name);
    Draft all_of(SourceRange range, std::vector<Draft> tests);
    bool is_matchable(const PreType& type, SourceRange at, const char* what);
    // Which cases are never reached, and which values no case is for.
    std::optional<std::string> uncovered(const std::vector<PatternShape>& shapes, const std::vector<SourceRange>& at);
    Draft match_nothing(SourceRange range, Draft scrutinee);
    Draft match_expression(SourceRange range, const ast::MatchExpr& node, Context context);
    void match_statement(SourceRange range, const ast::MatchStmt& node, Statements& out);
    typed::StmtPtr match_case_assertion(SourceRange range, Draft test, const char* what, const std::string& missing);

    // `i => e`, or the name of a function of one parameter, as a function of an index.
    std::optional<IndexFunction> index_function(const ast::Expr& expr, Context context);
    std::optional<IndexFunction> applied_to_index(const ast::Expr& expr, Context context);
    Draft guard_exists(const ast::GuardBinding& binding, const ast::Expr& condition, Context context);

    // ---- statements.cpp
    template <typename Node>
    void add(Statements& out, SourceRange range, bool ghost, Node node) {
        out.push_back(make_stmt(range, ghost, decltype(typed::Stmt::node)(std::move(node))));
    }
    typed::StmtPtr make_stmt(SourceRange range, bool ghost, decltype(typed::Stmt::node) node) const;
    void statement(const ast::Stmt& stmt, Statements& out);
    typed::StmtPtr block(const ast::Block& block);
    typed::StmtPtr statements_as_block(SourceRange range, const std::vector<ast::StmtPtr>& stmts);
    Statements nested_statements(const std::vector<ast::StmtPtr>& stmts);
    Statements proof_statements(const ast::Block& block);
    typed::StmtPtr proof_block(const ast::Block& block);
    void assert_statement(SourceRange range, const ast::Assert& node, Statements& out);
    void assume_statement(SourceRange range, const ast::Assume& node, Statements& out);
    void expect_statement(SourceRange range, const ast::Expect& node, Statements& out);
    void print_statement(SourceRange range, const ast::Print& node, Statements& out);
    void reveal_statement(SourceRange range, const ast::Reveal& node, Statements& out);
    // reveal_F(), of an opaque function F; false when it is something else.
    bool reveal_call(SourceRange range, const ast::Expr& expr, Statements& out);
    void reveal(const ast::Expr& expr, typed::Reveal& result);
    void reveal(const ast::Expr& expr, const std::string& text, const Member& member, typed::Reveal& result);
    void return_statement(SourceRange range, const ast::Return& node, Statements& out);
    void if_statement(SourceRange range, const ast::If& node, Statements& out);
    void if_cases(SourceRange range, const ast::IfCases& node, Statements& out);
    std::vector<typed::Alternative> alternatives(const std::vector<ast::GuardedCase>& cases);
    Draft case_guard(const ast::GuardedCase& guarded);
    typed::StmtPtr guarded_block(SourceRange range, const std::optional<ast::GuardBinding>& binding,
                                 const ast::Expr& condition, const std::vector<ast::StmtPtr>& stmts);
    void forall_statement(SourceRange range, const ast::ForallStmt& node, Statements& out);
    void classify_forall(SourceRange range, const ast::ForallStmt& node, const Statements& body,
                         typed::ForallStatement& statement);
    void classify_forall_assignment(const typed::Assign& assign, SourceRange range, typed::ForallStatement& statement);
    // In functions, statements stand inside expressions and see one state only.
    Context statement_context() const { return {place_ == Place::Method || place_ == Place::Lemma, false}; }

    // ---- specifications.cpp
    Draft frame_of_function(const ast::Expr& expr, const ast::Member& member);
    void frame_object(const ast::Expr& expr, bool reads, typed::Frame& frame);

    // ---- labels.cpp
    void labeled_statement(SourceRange range, const ast::Labeled& node, Statements& out);
    void jump_statement(SourceRange range, const ast::Jump& node, Statements& out);
    bool declare_label(const typed::Label& label, const char* clash);
    // Of an assertion or a precondition.
    typed::LabelPtr assertion_label(const ast::Ident& name);

    // ---- assignments.cpp
    void assign_statement(SourceRange range, const ast::Assign& node, Statements& out);
    void var_statement(SourceRange range, const ast::VarDecl& node, Statements& out);
    void call_statement(SourceRange range, const ast::ExprStmt& node, Statements& out);
    void such_that(SourceRange range, std::vector<typed::Target> targets, const ast::SuchThatRhs& rhs, Statements& out);
    struct PendingTarget {
        typed::Target target;
        PreType type;
    };
    PendingTarget target(const ast::Expr& expr);
    void check_distinct_variables(const std::vector<PendingTarget>& targets, const std::string& statement);
    void check_assumption_variables(const std::vector<PendingTarget>& targets, const ast::AssignRhs& rhs);
    void check_such_that_target(const ast::Expr& lhs, const typed::Target& target,
                                const std::vector<typed::Target>& before, bool assumed);
    void assign_all(SourceRange range, const ast::AssignRhs& rhs,
                    const std::function<std::vector<PendingTarget>()>& make_targets, Statements& out);
    void report_multi_assignment(SourceRange at, std::size_t targets, std::size_t values, const char* hint = "");
    PendingTarget variable_target(const typed::Variable& variable, SourceRange range);
    struct PendingValue {
        typed::Value value;
        PreType type;
        const typed::Expr* expr = nullptr;
        bool allocation = false;
    };
    PendingValue value(const ast::Rhs& rhs);
    void drop(PendingValue value);
    PendingValue new_array(const ast::Rhs& rhs, const ast::NewArray& node);
    void assign_values(SourceRange range, SourceRange at, std::vector<PendingTarget> targets,
                       std::vector<PendingValue> values, Statements& out);
    struct MethodArguments {
        std::vector<typed::ExprPtr> values;
        std::optional<Instantiation> instantiation; // of a generic method
    };
    // ---- failures.cpp
    // The variables that hold what may have failed, and the places of elements: no program can write the name.
    static constexpr const char* kFailable = "failable#";
    struct FailableValues;
    Draft ask(SourceRange range, const typed::Variable& value, const std::string& name);
    bool supports_failure(SourceRange range, const PreType& type, bool extract, ast::FailKeyword keyword);
    Draft let_or_fail(SourceRange range, const ast::LetOrFail& node, Context context);
    Draft extracted(SourceRange range, const ast::LetOrFail& node, const typed::Variable& held, Context context);
    std::optional<FailableValues> failable_values(const ast::OrFailRhs& rhs);
    std::optional<bool> check_failable(const ast::OrFailRhs& rhs, const FailableValues& found, std::size_t targets);
    void assign_or_fail(SourceRange range, const ast::OrFailRhs& rhs, std::size_t count,
                        const std::function<std::vector<PendingTarget>()>& make_targets, Statements& out);
    PendingValue pending(Draft draft);
    void hold_place(SourceRange range, PendingTarget& target, const std::vector<PendingTarget>& others,
                    Statements& out);
    void unless_failed(SourceRange range, const ast::OrFailRhs& rhs, const typed::Variable& held, Statements& out);
    void forget(std::vector<PendingTarget> targets);
    void call_method(SourceRange range, SourceRange at, const ast::Call& call, const MethodEntry& entry,
                     MethodArguments arguments, std::vector<PendingTarget> targets, Statements& out);
    MethodArguments method_arguments(const ast::Call& call, const MethodEntry& entry);
    std::vector<std::unique_ptr<typed::Variable>> declare_locals(const ast::VarDecl& node);
    void declare_assumption(const typed::Variable& variable, bool ghost);
    void begin_as_true(const typed::Variable& variable, SourceRange range, Statements& out);

    // ---- loops.cpp
    struct Loop {
        const typed::Label* exit;
        const typed::Label* next;     // where continue goes
        std::set<std::string> labels; // in the source
    };
    typed::While new_loop(SourceRange keyword, Loop& loop);
    void while_statement(SourceRange range, const ast::While& node, Statements& out);
    void while_cases(SourceRange range, const ast::WhileCases& node, Statements& out);
    void loop_specification(const ast::SpecClauses& specs, typed::While& loop);
    typed::Decreases default_loop_decreases(const ast::Expr* guard, SourceRange range);
    // How far the sides of a comparison are apart, as a measure; nothing when it does not say.
    std::optional<Draft> distance(const ast::Expr& part);
    Draft difference(const ast::Expr& larger, const ast::Expr& smaller);
    void for_statement(SourceRange range, const ast::For& node, Statements& out);
    void for_loop(SourceRange range, const ast::For& node, const typed::Variable& index, const typed::Variable* low,
                  const typed::Variable* high, Statements& out);
    void for_measure(const ast::For& node, const typed::Variable& index, const typed::Variable* low,
                     const typed::Variable* high, typed::While& result);

    // ---- calc.cpp
    bool calc_operators_fit(const ast::Calc& node);
    Draft claim(const ast::Expr& left, const ast::Expr& right, ast::BinaryOp op, SourceRange op_range);
    Statements hint_statements(const std::vector<ast::StmtPtr>& hints);
    typed::StmtPtr calc_hint(SourceRange range, const std::vector<ast::StmtPtr>& hints);
    std::optional<Draft> calc_conclusion(const ast::Calc& node);
    void calc_statement(SourceRange range, const ast::Calc& node, Statements& out);

    // ---- settle.cpp
    void settle_operators();
    void settle_newtypes();
    void report_open_types();
    void refine_types();
    ReleasedTypes released_types(const std::vector<RefinedExpr>& exprs, const std::vector<GenericCall>& calls) const;
    void refuse_guesses(const Guesses& guesses);

    Globals& globals_;
    Place place_;
    std::string name_; // of the declaration
    bool may_diverge_;
    TypeEntry* enclosing_;
    const typed::TypeParameters* own_parameters_;
    std::size_t errors_before_;
    Inference inference_;
    Scope<const typed::Variable> variables_;
    std::unordered_map<const typed::Variable*, VariableFacts> facts_;
    std::vector<const typed::Variable*> introduced_; // in order
    struct Pending {
        typed::Expr* expr;
        PreType type;
        bool made; // it is not in the text
    };
    std::vector<Pending> pending_; // children before parents
    std::unordered_map<const typed::Expr*, std::size_t> pending_index_;
    std::vector<typed::VariablePtr> untyped_; // kept for what refers to them in vain
    std::set<const ast::Formal*> defaults_in_progress_;
    bool too_large_ = false;
    bool meets_unknown_ = false;          // something refused or wrong is used: open types are no news
    std::vector<typed::ExprPtr> dropped_; // built for its errors only, but pending
    struct NewArrayType {
        typed::Stmt* stmt;
        std::size_t value; // index in the assignment
        PreType type;
    };
    std::vector<NewArrayType> new_arrays_;
    std::vector<Instantiation> function_instantiations_;
    std::vector<Instantiation> method_instantiations_;
    std::vector<ExpectedLambda> expected_lambdas_;
    std::vector<Passed> passed_;                                      // arguments of methods, bodies
    int making_ = 0;                                                  // what is not in the text
    int lambda_depth_ = 0;                                            // of lambdas around what is being resolved
    std::unordered_map<const typed::Expr*, typed::Type> given_types_; // of constructors with type arguments

    // In statements only.
    const typed::Method* method_ = nullptr;
    std::vector<Loop> loops_;
    struct LabelTarget {
        const typed::Label* label;
        bool loop;
    };
    Scope<const typed::Label> dominating_labels_;
    Scope<const LabelTarget> enclosing_labels_;
    std::vector<std::unique_ptr<LabelTarget>> targets_;
    std::set<const typed::Label*> assertion_labels_;
    std::vector<ast::Ident> next_loop_labels_; // of the loop that comes next
    NameUse name_use_ = NameUse::Value;        // of the name that is being resolved
    const ast::Call* invoked_ = nullptr;       // the call that may be one of a method, and whether it stands alone
    bool invoked_alone_ = false;
    const char* no_call_ = nullptr; // the way out for calls of methods in what is being resolved; null: the usual one
};

} // namespace daphnia::resolve
