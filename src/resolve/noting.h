// How lookups tell what they found to whoever wants to know (references.h). Each does nothing when nobody does.
#pragma once

#include "resolve/modules.h"
#include "resolve/references.h"

#include <string>
#include <vector>

namespace daphnia::resolve {

// Where the name of the thing is in its declaration.
SourceRange declared_at(const TypeEntry& type);
SourceRange declared_at(const Member& member);

inline References* listener(const Globals& globals) {
    return globals.options.references;
}

void note(const Globals& globals, SourceRange use, SourceRange declaration);
// Of a name that stands by itself in the current module. Where the name is that of an import, the import is meant.
void note(const Globals& globals, SourceRange use, const Meaning& meaning);
// The same of a name behind that of a module.
void note_in(const Globals& globals, const Module& module, SourceRange use, const Meaning& meaning);
// Length, Keys, Floor and their like.
void note_built_in(const Globals& globals, SourceRange use);
// Nobody is told anything while one lives: what is looked up stands elsewhere, under other names.
class Unnoted {
  public:
    explicit Unnoted(Globals& globals)
        : globals_(globals), before_(std::exchange(globals.options.references, nullptr)) {}
    ~Unnoted() { globals_.options.references = before_; }
    Unnoted(const Unnoted&) = delete;
    Unnoted& operator=(const Unnoted&) = delete;

  private:
    Globals& globals_;
    References* before_;
};

inline bool asks(const Globals& globals, const SourceRange& name) {
    return listener(globals) != nullptr && listener(globals)->asks(name);
}
// ---- what could stand at a place
// What modules declare, as seen from inside of the current one.
std::vector<Offer> offers_of_scope(const Globals& globals, bool types_alone);
std::vector<Offer> offers_of(const Module& module, bool types_alone);
// Tells whoever asks what could stand in place of a name in a pattern, or of one that a datatype's value gets a new
// value for.
void answer_constructors(const Globals& globals, SourceRange name, const typed::Datatype* datatype);
void answer_destructors(const Globals& globals, SourceRange name, const typed::Datatype& datatype);
// Constructors and members; of a value also destructors and tests.
std::vector<Offer> offers_of(const TypeEntry& type, bool of_value);

} // namespace daphnia::resolve
