// Why every program that passes here has a model, as far as types and the meanings of functions and constants go.
//
// The nodes are functions, constants, lemmas and methods, each instance of a generic one for itself; the constraint of
// a subset type is a function. An edge leads to whatever is called, read or taken as a value, and to the constraints of
// the types on which a declaration rests: those that are a part of a type that is written or inferred in it, also by
// way of the fields of datatypes, and those of a type argument where it is ranged over (typed/type_uses.h).
//
// 1. No constraint reaches itself. So the constraints can be ordered, and with them the subset types: when the values
//    of one are defined, all that its constraint speaks of is defined already. Between two of them stand functions and
//    constants, which are defined by recursion on their measures or not by themselves (call_graph.h), and datatypes,
//    which are the least ones that have the values that their constructors make of their fields: that is well-defined,
//    since constraints inside do not depend on the datatype, and it stands to the left of no arrow in its own fields.
//
// 2. A type argument that is only handled makes no edge: a generic declaration that ranges nowhere over its parameter T
//    means the same for T and for the whole sort of T's values. Its proof holds for every type, so for that one; what
//    it gives there for values of T is what it gives for T, by induction on the measure, as both meet the same
//    equation. So type S<T> = s: seq<T> | |s| > 1 can be used for datatype Tree = Node(S<Tree>), though the parameter
//    of the constraint is made of trees; with a quantifier over T in the constraint it cannot. What stands left of an
//    arrow, and elements of arrays, count as ranged over: functions on T are not functions on the whole sort.
//
// 3. That a subset type has a value is a least fixed point: its witness is proved with no other types taken to have
//    values than those that have been found to have one. The types of which that may be taken are those over which the
//    witness or what it reaches ranges (local variables and results without a value, what is chosen, and the arguments
//    for (00) parameters come down to that), and elements of arrays. So the proofs of all witnesses can be ordered,
//    too. Datatypes have values by any of their constructors.
//
// A member of a trait is, for each object, what its class has for it: an edge leads from the trait's member to all that
// stand for it.
//
// There are finitely many instances (check_growth), so all of them are looked at, those with type parameters included:
// what stands for a parameter stands for itself there, and is looked at where the instance is used.
#include "resolve/definitions.h"

#include "typed/clone.h"
#include "typed/components.h"
#include "typed/dependencies.h"
#include "typed/instantiate.h"
#include "typed/overrides.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace daphnia::resolve {

namespace {

using typed::Callable;
using typed::SubsetType;
using typed::Type;
using typed::TypeKind;

// What a declaration rests on, in terms of its own type parameters.
struct Rests {
    std::string name;
    const typed::TypeParameters* type_parameters = nullptr; // null: none
    std::vector<typed::DeclarationUse> uses;                // constraints of subset types included
    std::vector<const typed::TypeParameter*> ranged;
    std::vector<Type> types; // of which it may take for granted that they have values, if they have any
    std::vector<Type> classes;
    std::optional<typed::DeclarationUse> base; // the trait's member for which it stands
};

typed::DeclarationUse constraint_of(const SubsetType& subset) {
    return {subset.constraint, subset.type_arguments};
}

Rests rests_of(const typed::Declaration& declaration) {
    Rests result;
    std::visit(
        [&](const auto& node) {
            result.name = node->name;
            if constexpr (!std::is_same_v<std::decay_t<decltype(*node)>, typed::Constant>) {
                result.type_parameters = &node->type_parameters;
                if (node->overrides.member != nullptr) {
                    result.base = typed::DeclarationUse{node->overrides.member, node->overrides.type_arguments};
                }
            }
        },
        declaration);
    typed::Dependencies dependencies = typed::dependencies_of(declaration);
    result.uses = std::move(dependencies.declarations);
    std::set<const typed::TypeParameter*> ranged;
    for (const typed::TypeUse& use : dependencies.types) {
        const typed::TypeParts parts = typed::parts_of(use.type, use.ranged);
        for (const SubsetType* subset : parts.subsets) {
            result.uses.push_back(constraint_of(*subset));
        }
        for (const typed::TypeParameter* parameter : parts.parameters) {
            if (ranged.insert(parameter).second) {
                result.ranged.push_back(parameter);
            }
        }
        if (use.ranged) {
            result.types.push_back(use.type);
        }
        for (const Type& array : parts.arrays) {
            result.types.push_back(array.arguments.at(0));
        }
        result.classes.insert(result.classes.end(), parts.classes.begin(), parts.classes.end());
    }
    return result;
}

// The instances of the program's declarations and what they rest on.
class Definitions {
  public:
    explicit Definitions(const typed::Program& program) : program_(program) {
        for (const typed::Declaration& declaration : program.declarations) {
            rests_.emplace(address_of(declaration), rests_of(declaration));
        }
        overriding_.note(program.declarations);
        for (const auto& subset : program.subset_types) {
            subset_of_.emplace(subset->constraint, subset.get());
        }
        for (const typed::Declaration& declaration : program.declarations) {
            node({address_of(declaration), own_parameters(rests_.at(address_of(declaration)))});
        }
        for (const auto& datatype : program.datatypes) {
            for (const SubsetType* subset : typed::parts_of(typed::type_of(*datatype), true).subsets) {
                node(constraint_of(*subset));
            }
        }
        for (std::size_t at = 0; at < nodes_.size(); ++at) {
            connect(at);
        }
        for (const auto& [base, member] : overrides_) {
            edges_[base].push_back(member);
        }
    }

    const typed::Graph& edges() const { return edges_; }
    // The type of whose values the node is the constraint, or null.
    const SubsetType* constrained_by(std::size_t at) const {
        const auto found = subset_of_.find(nodes_[at].declaration);
        if (found == subset_of_.end() || found->second->type_parameters.empty()) {
            return found == subset_of_.end() ? nullptr : found->second;
        }
        return &typed::instance_of(*found->second, nodes_[at].type_arguments);
    }
    std::size_t witness_of(const SubsetType& subset) { return node({subset.witness, subset.type_arguments}); }
    // The types of which the declaration takes it for granted, when all declared witnesses are good.
    std::vector<Type> types_with_values(std::size_t at, bool (*has_value)(const Type&)) const {
        const Rests& rests = rests_.at(nodes_[at].declaration);
        std::vector<Type> result;
        for (const Type& type : rests.types) {
            if (has_value(type)) {
                result.push_back(typed::substitute(type, map_of(at)));
            }
        }
        return result;
    }
    std::string name(std::size_t at) const {
        if (const SubsetType* subset = constrained_by(at)) {
            return subset->name;
        }
        std::string arguments;
        for (const Type& argument : nodes_[at].type_arguments) {
            arguments += (arguments.empty() ? "" : ", ") + typed::to_string(argument);
        }
        const std::string& plain = rests_.at(nodes_[at].declaration).name;
        return arguments.empty() ? plain : plain + "<" + arguments + ">";
    }

  private:
    // What may stand for a member of a trait, as far as types tell: what its arguments say, and for objects of the
    // generic classes that are spoken of.
    template <typename Member>
    void find_overrides(const typed::Overriding<Member>& overriding, const typed::DeclarationUse& base,
                        const std::vector<Type>& classes, const typed::TypeMap& map) {
        for (const Member* member : overriding.of_base(base.declaration)) {
            if (auto arguments = typed::overriding_arguments(*member, base.type_arguments)) {
                node({member, std::move(*arguments)});
            }
        }
        for (const Type& klass : classes) {
            for (const Member* member : overriding.of_class(klass.klass)) {
                node({member, typed::substitute(klass, map).arguments});
            }
        }
    }

    void find_overrides(std::size_t at, const Rests& rests, const typed::TypeMap& map) {
        const typed::DeclarationUse own = nodes_[at]; // the list grows
        find_overrides(overriding_.functions, own, rests.classes, map);
        find_overrides(overriding_.methods, own, rests.classes, map);
        if (rests.base) {
            std::vector<Type> arguments;
            for (const Type& argument : rests.base->type_arguments) {
                arguments.push_back(typed::substitute(argument, map));
            }
            overrides_.emplace_back(node({rests.base->declaration, std::move(arguments)}), at);
        }
    }

    static Callable address_of(const typed::Declaration& declaration) {
        return std::visit([](const auto& node) -> Callable { return node.get(); }, declaration);
    }

    static std::vector<Type> own_parameters(const Rests& rests) {
        std::vector<Type> result;
        if (rests.type_parameters != nullptr) {
            for (const auto& parameter : *rests.type_parameters) {
                result.push_back(typed::parameter_type(parameter.get()));
            }
        }
        return result;
    }

    // Of a subset type's constraint, its witness is a node as well: what it reaches has to be known.
    std::size_t node(typed::DeclarationUse use) {
        const auto [found, is_new] =
            known_.emplace(std::pair(use.declaration, typed::instance_name("", use.type_arguments)), nodes_.size());
        const std::size_t at = found->second;
        if (is_new) {
            nodes_.push_back(std::move(use));
            edges_.emplace_back();
            const auto subset = subset_of_.find(nodes_[at].declaration);
            if (subset != subset_of_.end() && subset->second->witness != nullptr) {
                node({subset->second->witness, nodes_[at].type_arguments});
            }
        }
        return at;
    }

    typed::TypeMap map_of(std::size_t at) const {
        const Rests& rests = rests_.at(nodes_[at].declaration);
        if (rests.type_parameters == nullptr) {
            return {};
        }
        return typed::type_map(*rests.type_parameters, nodes_[at].type_arguments);
    }

    void connect(std::size_t at) {
        const Rests& rests = rests_.at(nodes_[at].declaration);
        const typed::TypeMap map = map_of(at);
        std::set<std::size_t> found;
        for (const typed::DeclarationUse& use : rests.uses) {
            std::vector<Type> arguments;
            for (const Type& argument : use.type_arguments) {
                arguments.push_back(typed::substitute(argument, map));
            }
            found.insert(node({use.declaration, std::move(arguments)}));
        }
        for (const typed::TypeParameter* parameter : rests.ranged) {
            const auto argument = map.find(parameter);
            if (argument != map.end()) {
                for (const SubsetType* subset : typed::parts_of(argument->second, true).subsets) {
                    found.insert(node(constraint_of(*subset)));
                }
            }
        }
        edges_[at].assign(found.begin(), found.end());
        find_overrides(at, rests, map);
    }

    const typed::Program& program_;
    std::map<Callable, Rests> rests_;
    std::map<Callable, const SubsetType*> subset_of_; // by constraint
    std::vector<typed::DeclarationUse> nodes_;
    std::map<std::pair<Callable, std::string>, std::size_t> known_;
    typed::Graph edges_;
    typed::AllOverriding overriding_;
    std::vector<std::pair<std::size_t, std::size_t>> overrides_; // the trait's member, and what stands for it
};

const char* kind_of(const SubsetType& subset) {
    return subset.newtype ? "newtype" : "subset type";
}

const SubsetType& declared(const SubsetType& subset) {
    return subset.origin == nullptr ? subset : *subset.origin;
}

// Each declared type is reported once.
void report_cycles(const Definitions& definitions, Reporter& reporter, std::set<const SubsetType*>& reported) {
    const typed::Components components(definitions.edges());
    for (std::size_t at = 0; at < definitions.edges().size(); ++at) {
        const SubsetType* const subset = definitions.constrained_by(at);
        if (subset == nullptr || !components.is_cyclic(at) || !reported.insert(&declared(*subset)).second) {
            continue;
        }
        std::string path;
        for (const std::size_t node : typed::shortest_cycle(definitions.edges(), at)) {
            path += (path.empty() ? "" : " -> ") + definitions.name(node);
        }
        reporter.error(Rule::Type, subset->range,
                       fmt::format("recursive constraint dependency involving a {}: {}", kind_of(*subset), path));
    }
}

// Which subset types have a value in a sense of having one that is given by what types without constraints have.
class Inhabited {
  public:
    using HasValue = bool (*)(const Type&);

    Inhabited(Definitions& definitions, HasValue naive) : definitions_(definitions), has_value_(naive) {
        for (std::size_t at = 0; at < definitions.edges().size(); ++at) {
            const SubsetType* const subset = definitions.constrained_by(at);
            if (subset != nullptr && subset->witness != nullptr) {
                open_.push_back({subset, needs_of(*subset)});
            }
        }
        for (std::size_t before = open_.size() + 1; before != open_.size();) {
            before = open_.size();
            std::vector<Open> left;
            for (const Open& open : open_) {
                if (unmet(open) == nullptr) {
                    known_.insert(typed::unique_name(typed::subset_type(open.subset)));
                } else {
                    left.push_back(open);
                }
            }
            open_ = std::move(left);
        }
    }

    void report(Reporter& reporter, std::set<const SubsetType*>& reported) {
        for (const Open& open : open_) {
            if (reported.insert(&declared(*open.subset)).second) {
                reporter.error(Rule::Type, open.subset->range,
                               fmt::format("recursive constraint dependency involving a {0}: the witness of '{1}' may "
                                           "need a value of '{2}', which is not known to have one without it",
                                           kind_of(*open.subset), open.subset->name, typed::to_string(*unmet(open))));
            }
        }
    }

  private:
    struct Open {
        const SubsetType* subset;
        std::vector<Type> needs;
    };

    // What the witness, and all that it reaches, may take to have a value.
    std::vector<Type> needs_of(const SubsetType& subset) {
        std::vector<std::size_t> open{definitions_.witness_of(subset)};
        std::set<std::size_t> seen(open.begin(), open.end());
        std::map<std::string, Type> found;
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            for (const Type& type : definitions_.types_with_values(at, has_value_)) {
                found.emplace(typed::unique_name(type), type);
            }
            for (const std::size_t next : definitions_.edges()[at]) {
                if (seen.insert(next).second) {
                    open.push_back(next);
                }
            }
        }
        std::vector<Type> result;
        for (auto& [name, type] : found) {
            result.push_back(std::move(type));
        }
        return result;
    }

    const Type* unmet(const Open& open) {
        const auto found = std::find_if(open.needs.begin(), open.needs.end(), [&](const Type& type) {
            std::set<std::string> within;
            return !has_value(type, within);
        });
        return found == open.needs.end() ? nullptr : &*found;
    }

    // `within`: datatypes of which a value is being looked for; the smallest one holds no other.
    bool has_value(const Type& type, std::set<std::string>& within) {
        const auto all = [&](const std::vector<Type>& types) {
            return std::all_of(types.begin(), types.end(), [&](const Type& each) { return has_value(each, within); });
        };
        switch (type.kind) {
        case TypeKind::Subset:
            return known_.contains(typed::unique_name(type));
        case TypeKind::Tuple:
            return all(type.arguments);
        case TypeKind::Arrow:
            return type.arrow != typed::ArrowKind::Total || has_value(typed::result_type(type), within);
        case TypeKind::Datatype: {
            const std::string name = typed::unique_name(type);
            if (!within.insert(name).second) {
                return false;
            }
            bool found = false;
            for (std::size_t i = 0; !found && i < type.datatype->constructors.size(); ++i) {
                found = all(typed::field_types(type, i));
            }
            within.erase(name);
            return found;
        }
        default: // made of no types that may have no values, or as declared
            return has_value_(type);
        }
    }

    Definitions& definitions_;
    HasValue has_value_;
    std::set<std::string> known_; // by name
    std::vector<Open> open_;      // not known
};

bool has_value_somewhere(const Type& type) {
    return !typed::may_be_empty(type);
}

} // namespace

void check_definitions(const typed::Program& program, Reporter& reporter) {
    Definitions definitions(program);
    std::set<const SubsetType*> reported;
    report_cycles(definitions, reporter, reported);
    for (const auto has_value : {typed::is_nonempty, has_value_somewhere}) {
        Inhabited(definitions, has_value).report(reporter, reported);
    }
}

} // namespace daphnia::resolve
