// Which declaration runs where a member of a trait is called: that of the object's class, when it has its own.
#pragma once

#include "interpret/run.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace daphnia::interpret {

// What stands for the members of traits.
template <typename Member>
class Overrides {
  public:
    explicit Overrides(const typed::Program& program);
    // What runs for objects of the class; the place is that of the call.
    const Member& of_class(const Member& called, const typed::Type& type, SourceRange place);
    bool has(const Member& called) const;

  private:
    struct Override {
        const typed::Class* klass;
        const Member* member;
    };
    const Member& found(const Member& called, const typed::Type& type, SourceRange place) const;
    const Member& instance_for(const Member& member, const typed::Type& owner, const Member& called,
                               SourceRange place) const;

    const typed::Program& program_;
    std::unordered_map<const Member*, std::vector<Override>> overrides_; // of generic members those as declared
    std::map<std::pair<const Member*, const typed::Class*>, const Member*> known_; // of classes that are not generic
};

// What is said where a member does not do what the trait's member that was called is known to do, which is no matter of
// the caller.
std::string against_contract(const std::string& member, const std::string& called);

class Dispatch {
  public:
    explicit Dispatch(Run& run) : run_(run) {}

    // The arguments are in the activation of what is called.
    const typed::Function& target(const typed::Function& called, Activation& callee);
    const typed::Method& target(const typed::Method& called, Activation& callee);

  private:
    template <typename Member>
    const Member& target_in(std::optional<Overrides<Member>>& overrides, const Member& called, Activation& callee);

    Run& run_;
    std::optional<Overrides<typed::Function>> functions_; // made when first asked for
    std::optional<Overrides<typed::Method>> methods_;
};

} // namespace daphnia::interpret
