#include "encode/reach.h"

#include "support/error.h"
#include "typed/frame.h"
#include "typed/walk.h"

#include <algorithm>

namespace daphnia::encode {

using typed::Type;

namespace {

bool reads_heap(const typed::Expr& root) {
    bool found = false;
    typed::for_each_below(root, {[&](const typed::Expr& expr) {
                                     found = found || std::holds_alternative<typed::ArrayRead>(expr.node) ||
                                             std::holds_alternative<typed::ArraySlice>(expr.node) ||
                                             std::holds_alternative<typed::FieldRead>(expr.node) ||
                                             std::holds_alternative<typed::FunctionCall>(expr.node) ||
                                             std::holds_alternative<typed::Apply>(expr.node);
                                 },
                                 [](const typed::Stmt&) {}});
    return found;
}

// As far as values can move from it to narrower types.
bool contains_objects(const Type& type) {
    return typed::is_object(type) || (type.kind == typed::TypeKind::Subset && contains_objects(type.subset->base)) ||
           std::any_of(type.arguments.begin(), type.arguments.end(), contains_objects);
}

bool is_named(const typed::FrameEntry& entry) {
    return typed::kind_of(entry) == typed::FrameEntryKind::One && typed::regions_of(typed::named_by(entry)) &&
           !reads_heap(*entry.expr);
}

} // namespace

bool Reach::is_open() const {
    return std::any_of(regions.begin(), regions.end(),
                       [](const typed::Region& region) { return region.kind == typed::Region::Kind::Rest; });
}

// An argument that may read the heap is applied to all regions.
bool takes_regions(const typed::Function& function) {
    return function.reads.wildcard ||
           std::any_of(function.parameters.begin(), function.parameters.end(),
                       [](const auto& parameter) { return typed::contains_reading_functions(parameter->type); }) ||
           !std::all_of(function.reads.entries.begin(), function.reads.entries.end(), is_named);
}

Reaching::Mentioned::Mentioned(const typed::Dependencies& dependencies) {
    for (const typed::DeclarationUse& use : dependencies.declarations) {
        declarations.push_back(use.declaration);
    }
    for (const typed::Region& region : dependencies.regions) {
        regions.emplace(region.name, region);
    }
    for (const typed::ConstantField& constant : dependencies.constants) {
        constants.emplace(constant.region.name, constant);
    }
    open = dependencies.open;
    for (const typed::TypeUse& use : dependencies.types) {
        const typed::TypeParts parts = typed::parts_of(use.type, true);
        for (const typed::SubsetType* subset : parts.subsets) {
            declarations.push_back(subset->constraint);
            if (subset->witness != nullptr) {
                declarations.push_back(subset->witness);
            }
        }
        for (const Type& array : parts.arrays) {
            typed::Region region = typed::elements_region(array);
            std::string name = region.name;
            regions.emplace(std::move(name), std::move(region));
        }
        for (const Type& klass : parts.classes) {
            classes.insert(typed::unique_name(klass));
        }
        references = references || typed::contains_references(use.type);
        objects = objects || contains_objects(use.type);
        const bool reads = typed::contains_reading_functions(use.type);
        reading_functions = reading_functions || reads;
        open = open || reads;
    }
}

Reaching::Reaching(const typed::Program& program) {
    for (const auto* list : {&program.declarations, &program.instances}) {
        for (const typed::Declaration& declaration : *list) {
            const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration);
            Entry entry{Mentioned(typed::dependencies_of(declaration,
                                                         method == nullptr ? typed::Part::All : typed::Part::Contract)),
                        {}};
            if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
                const bool everything = (*function)->reads.wildcard;
                entry.contract.framed_functions = takes_regions(**function) && !everything;
                if (const typed::Function* const base = (*function)->overrides.member) {
                    entry.all.declarations.push_back(base);
                    overrides_[base].push_back(
                        {function->get(), typed::unique_name((*function)->parameters.front()->type)});
                }
            } else if (method != nullptr) {
                if ((*method)->body != nullptr) {
                    entry.all = Mentioned(typed::dependencies_of(declaration));
                }
                if ((*method)->overrides.member != nullptr) {
                    entry.all.declarations.push_back((*method)->overrides.member);
                }
            }
            entries_.emplace(std::visit([](const auto& owner) -> typed::Callable { return owner.get(); }, declaration),
                             std::move(entry));
        }
    }
}

Reach Reaching::from(typed::Callable declaration) const {
    Mentioned all;
    std::set<typed::Callable> seen{declaration};
    std::vector<typed::Callable> waiting{declaration};
    const auto add = [&](const Mentioned& more) {
        all.regions.insert(more.regions.begin(), more.regions.end());
        all.constants.insert(more.constants.begin(), more.constants.end());
        all.references = all.references || more.references;
        all.reading_functions = all.reading_functions || more.reading_functions;
        all.framed_functions = all.framed_functions || more.framed_functions;
        all.objects = all.objects || more.objects;
        all.open = all.open || more.open;
        all.classes.insert(more.classes.begin(), more.classes.end());
        for (const typed::Callable callable : more.declarations) {
            if (seen.insert(callable).second) {
                waiting.push_back(callable);
            }
        }
    };
    const auto entry_of = [this](typed::Callable callable) -> const Entry& {
        const auto entry = entries_.find(callable);
        DAPHNIA_CHECK(entry != entries_.end(), "what is reached is a declaration of the program");
        return entry->second;
    };
    add(entry_of(declaration).all);
    Reach result;
    do {
        while (!waiting.empty()) {
            const typed::Callable callable = waiting.back();
            waiting.pop_back();
            add(entry_of(callable).contract);
        }
        for (const auto& [base, overrides] : overrides_) {
            for (const Override& each : overrides) {
                if (seen.contains(base) && all.classes.contains(each.owner) && seen.insert(each.function).second) {
                    waiting.push_back(each.function);
                }
            }
        }
    } while (!waiting.empty());
    for (const auto& [base, overrides] : overrides_) {
        for (const Override& each : overrides) {
            if (seen.contains(base) && all.classes.contains(each.owner)) {
                result.overrides[static_cast<const typed::Function*>(base)].push_back(each.function);
            }
        }
    }
    for (auto& [base, overrides] : result.overrides) {
        std::sort(overrides.begin(), overrides.end(),
                  [](const typed::Function* a, const typed::Function* b) { return a->name < b->name; });
    }
    if (all.open) {
        const typed::Region rest = typed::rest_region();
        all.regions.emplace(rest.name, rest);
    }
    for (auto& [name, region] : all.regions) {
        result.regions.push_back(std::move(region));
    }
    for (auto& [name, constant] : all.constants) {
        result.constants.push_back(std::move(constant));
    }
    result.references = all.references || !result.regions.empty();
    result.reading_functions = all.reading_functions;
    result.framed_functions = all.framed_functions;
    result.objects = all.objects;
    return result;
}

} // namespace daphnia::encode
