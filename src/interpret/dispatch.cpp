// See the header.
#include "interpret/dispatch.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace daphnia::interpret {

namespace {

template <typename Member>
const Member& as_declared(const Member& member) {
    return member.instance.origin == nullptr ? member : *member.instance.origin;
}

// Whose member it is; null: of no class, or a static one.
template <typename Member>
const typed::Class* class_of(const Member& member) {
    return typed::has_receiver(member.parameters) ? member.parameters.front()->type.klass : nullptr;
}

} // namespace

template <typename Member>
Overrides<Member>::Overrides(const typed::Program& program) : program_(program) {
    for (const typed::Declaration& declaration : program.declarations) {
        const auto* const member = std::get_if<std::unique_ptr<Member>>(&declaration);
        if (member == nullptr) {
            continue;
        }
        for (const Member* base = (*member)->overrides.member; base != nullptr;
             base = as_declared(*base).overrides.member) {
            overrides_[&as_declared(*base)].push_back({class_of(**member), member->get()});
        }
    }
}

template <typename Member>
bool Overrides<Member>::has(const Member& called) const {
    return overrides_.contains(&as_declared(called));
}

template <typename Member>
const Member& Overrides<Member>::of_class(const Member& called, const typed::Type& type, SourceRange place) {
    if (!type.arguments.empty()) {
        return found(called, type, place);
    }
    const Member*& known = known_[{&called, type.klass}];
    if (known == nullptr) {
        known = &found(called, type, place);
    }
    return *known;
}

template <typename Member>
const Member& Overrides<Member>::found(const Member& called, const typed::Type& type, SourceRange place) const {
    const std::vector<Override>& overrides = overrides_.at(&as_declared(called));
    for (const typed::Type& owner : typed::supertypes(type)) { // what extends a trait comes before it
        const auto own = std::find_if(overrides.begin(), overrides.end(),
                                      [&](const Override& each) { return each.klass == owner.klass; });
        if (own != overrides.end()) {
            return instance_for(*own->member, owner, called, place);
        }
    }
    return called;
}

// Instances are made where a program names them, and nothing in it need name the one that an object's class asks for.
template <typename Member>
const Member& Overrides<Member>::instance_for(const Member& member, const typed::Type& owner, const Member& called,
                                              SourceRange place) const {
    if (member.type_parameters.empty()) {
        return member;
    }
    std::vector<typed::Type> arguments = owner.arguments;
    const std::vector<typed::Type>& given = called.instance.type_arguments;
    const std::size_t of_owner = as_declared(called).of_owner;
    if (given.size() > of_owner) {
        std::copy(given.begin() + static_cast<std::ptrdiff_t>(of_owner), given.end(), std::back_inserter(arguments));
    }
    for (const typed::Declaration& declaration : program_.instances) {
        const auto* const instance = std::get_if<std::unique_ptr<Member>>(&declaration);
        if (instance != nullptr && (*instance)->instance.origin == &member &&
            (*instance)->instance.type_arguments == arguments) {
            return **instance;
        }
    }
    throw Unknown{fmt::format("what '{}' does for this type is nowhere in the program", member.name), place};
}

template <typename Member>
const Member& Dispatch::target_in(std::optional<Overrides<Member>>& overrides, const Member& called,
                                  Activation& callee) {
    const typed::Class* const owner = class_of(called);
    if (owner == nullptr || !owner->trait) {
        return called;
    }
    if (!overrides) {
        overrides.emplace(run_.program());
    }
    if (!overrides->has(called)) {
        return called;
    }
    const Value& receiver = callee[*called.parameters.front()];
    if (!receiver.is_reference() || receiver.as_reference().is_null()) {
        return called;
    }
    return overrides->of_class(called, run_.heap().type_of(receiver.as_reference()), callee.called_at);
}

std::string against_contract(const std::string& member, const std::string& called) {
    return fmt::format("'{}' does not meet the contract of '{}'", member, called);
}

const typed::Function& Dispatch::target(const typed::Function& called, Activation& callee) {
    return target_in(functions_, called, callee);
}

const typed::Method& Dispatch::target(const typed::Method& called, Activation& callee) {
    return target_in(methods_, called, callee);
}

} // namespace daphnia::interpret
