// Which argument of a call goes to which parameter, and default values spelled out.
#pragma once

#include "resolve/body_part.h"

#include <set>
#include <string>
#include <vector>

namespace daphnia::resolve {

class Expressions;

// From where the names in default values are looked up; `owner`: in a member of it, else null.
struct Home {
    Module* module;
    TypeEntry* owner;
};

class Arguments : BodyPart {
  public:
    Arguments(BodyState& state, Expressions& expressions) : BodyPart(state), expressions_(expressions) {}

    void resolve_arguments(const ast::Call& node, Context context);
    std::vector<typed::ExprPtr> actuals(const ast::Call& call, const std::vector<ast::Formal>& formals,
                                        const std::vector<typed::VariablePtr>& parameters,
                                        const TypeArguments& type_arguments, const std::string& kind,
                                        const std::string& name, Home home, Context context);
    void check_defaults(const std::vector<ast::Formal>& formals, const std::vector<typed::VariablePtr>& parameters);

  private:
    Draft default_value(const ast::Formal& formal, const std::vector<ast::Formal>& formals,
                        const std::vector<typed::VariablePtr>& parameters, const TypeArguments& type_arguments,
                        const std::vector<const ast::Argument*>& given, Home home, Context context);

    Expressions& expressions_;
    std::set<const ast::Formal*> defaults_in_progress_;
};

} // namespace daphnia::resolve
